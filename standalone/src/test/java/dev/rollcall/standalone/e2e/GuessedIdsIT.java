package dev.rollcall.standalone.e2e;

import static dev.rollcall.standalone.e2e.Rollcall.CONTOSO;
import static dev.rollcall.standalone.e2e.Rollcall.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.standalone.server.ServerInsight;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whoever guesses an id learns nothing from the answer: what is another's looks like what is not there, and takes as
/// long.
class GuessedIdsIT {
    private static final int WARM_UP = 30;
    private static final int CALLS = 100;
    private static final double NOISE = 1.35;

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/devices/{device}",
        "DELETE, /v1/devices/{device}",
        "GET, /v1/batches/{batch}",
        "GET, /v1/batches/{batch}/results",
        "GET, /v1/partner-relationships/{relationship}",
        "POST, /v1/partner-relationships/{relationship}:end"
    })
    void whatIsAnothersIsAnsweredLikeWhatIsNotThere(String method, String path) {
        var guesser = guesser();
        var foreign = new Guess(guesser, method, path.replaceAll("\\{\\w+}", contosos(path)));
        var unknown = new Guess(
                guesser, method, path.replaceAll("\\{\\w+}", UUID.randomUUID().toString()));

        assertThat(foreign.make().status()).isEqualTo(404);
        assertThat(foreign.shown()).isEqualTo(unknown.shown());
        assertThat(slowdown(foreign, unknown)).isBetween(1 / NOISE, NOISE);
    }

    private record Guess(Http http, String method, String path) {

        Answer make() {
            return http.call(method, path, new byte[0]);
        }

        /// The answer but for the guess itself.
        String shown() {
            var answer = make();
            return answer.status() + " " + answer.body().replace(path, "");
        }

        long nanos() {
            var start = System.nanoTime();
            make();
            return System.nanoTime() - start;
        }
    }

    /// Another organization each time, so that none of them comes near its rate limit.
    private static Http guesser() {
        var party = Map.of("tenant", "guesser-" + UUID.randomUUID());
        var scopes = "devices:read devices:release partners:manage";
        var token = new ForgedTokens(new ServerInsight(SERVER)).good(party, scopes);
        return new Http(SERVER.addresses().api(), token);
    }

    /// How much longer the median of the one takes than that of the other, asked by turns so that both have the same
    /// disturbances.
    private static double slowdown(Guess one, Guess other) {
        var times = new long[2][CALLS];
        for (var call = -WARM_UP; call < CALLS; call++) {
            var ofOne = one.nanos();
            var ofOther = other.nanos();
            if (call >= 0) {
                times[0][call] = ofOne;
                times[1][call] = ofOther;
            }
        }
        return median(times[0]) / median(times[1]);
    }

    private static double median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2];
    }

    private static String contosos(String path) {
        if (path.contains("{relationship}")) {
            return relationship();
        }
        var device = TestDevice.listed();
        var batch = CONTOSO.register(TestDevice.script(device));
        return path.contains("{batch}") ? batch : CONTOSO.deviceId(device.serialNumber());
    }

    private static String relationship() {
        var customer = "{\"customer\":\"contoso-" + UUID.randomUUID() + "\"}";
        return Rollcall.NORTHWIND
                .http()
                .post("/v1/partner-relationships", "application/json", customer.getBytes(StandardCharsets.UTF_8))
                .json()
                .path("id")
                .stringValue();
    }
}
