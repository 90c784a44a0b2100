package dev.rollcall.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SecurityIT {
    private static final String ALL = "devices:register devices:release catalog:write activity:write";

    private final UploadServer server = UploadServer.shared();

    @AfterEach
    void spoolsNothingOfARefusedCaller() {
        assertThat(server.spooledFiles()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void letsNobodyInWithoutTheRightToken(String method, String path, @Nullable String token, int status) {
        var answer = server.call(method, path)
                .as(token)
                .file("devices.csv", "Manufacturer,Model,Serial Number\nContoso,Book,0001")
                .send();

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.problem()).isEqualTo(status == 401 ? "unauthorized" : "forbidden");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.headers("X-Request-Id")).hasSize(1);
    }

    static Stream<Arguments> strangers() {
        var calls = new String[][] {
            {"POST", "/v1/batches", "devices:register"},
            {"POST", "/v1/device-catalog", "catalog:write"},
            {"POST", "/v1/device-activity", "activity:write"},
            {"DELETE", "/v1/devices/7c1dc1e3-29da-42c5-9c6b-973fed7e968e", "devices:release"},
            {"PUT", "/v1/devices/7c1dc1e3-29da-42c5-9c6b-973fed7e968e/delivery/delivered", "devices:register"}
        };
        return Stream.of(calls).flatMap(call -> {
            var supplierCall = call[2].startsWith("catalog");
            var wrongParty = supplierCall ? Tokens.tenant("contoso", ALL) : Tokens.supplier("oem", ALL);
            var rightParty = supplierCall ? Tokens.supplier("oem", "other") : Tokens.tenant("contoso", "other");
            return Stream.of(
                    Arguments.of(call[0], call[1], null, 401),
                    Arguments.of(call[0], call[1], "junk", 401),
                    Arguments.of(call[0], call[1], rightParty, 403),
                    Arguments.of(call[0], call[1], wrongParty, 403),
                    Arguments.of(call[0], call[1], Tokens.ofNobody(ALL), 403),
                    Arguments.of(call[0], call[1], Tokens.ofTwoParties(ALL), 403),
                    Arguments.of(call[0], call[1], Tokens.tenant("not a name", ALL), 403));
        });
    }

    @Test
    void knowsNothingBesidesItsOwnCalls() {
        var token = Tokens.tenant("contoso", ALL);

        for (var path :
                new String[] {"/", "/v1/batches/x", "/v1/devices", "/error", "/actuator/health", "/v1/batches/"}) {
            var answer = server.call("GET", path).as(token).sendNothing();

            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.problem()).isEqualTo("not-found");
            assertThat(answer.headers("X-Request-Id")).hasSize(1);
        }
    }
}
