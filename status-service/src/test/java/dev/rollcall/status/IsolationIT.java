package dev.rollcall.status;

import static dev.rollcall.events.DeliveryStep.DELIVERED;
import static dev.rollcall.events.RegistrationError.DEVICE_CLAIMED_BY_ANOTHER_ORGANIZATION;
import static dev.rollcall.status.fixtures.Happenings.confirmed;
import static dev.rollcall.status.fixtures.Happenings.registered;
import static dev.rollcall.status.fixtures.Happenings.rejected;
import static dev.rollcall.status.fixtures.Happenings.seen;
import static dev.rollcall.status.fixtures.RunningService.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.status.fixtures.Api;
import dev.rollcall.status.fixtures.Happenings.Upload;
import dev.rollcall.status.fixtures.RunningService;
import dev.rollcall.status.fixtures.SharedService;
import dev.rollcall.status.fixtures.Tokens;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No caller sees anything of another, over every call of the service.
class IsolationIT {
    private static final RunningService SERVICE = SharedService.get();
    private static final String SCOPES =
            "devices:read devices:register devices:release support:read audit:read catalog:write";
    private static final Upload ALPHA = Upload.of("iso-alpha", "a", START);
    private static final Upload BETA = Upload.of("iso-beta", "b", START).postedBy("iso-partner");
    private static final Api OF_ALPHA = SERVICE.api(Tokens.tenant("iso-alpha", SCOPES));
    private static final Api OF_BETA = SERVICE.api(Tokens.tenant("iso-beta", SCOPES));
    private static final Api OF_PARTNER = SERVICE.api(Tokens.partner("iso-partner", SCOPES));

    @BeforeAll
    static void bothWantOneDevice() {
        var won = ALPHA.row(1, "ISO-SHARED");
        var lost = BETA.row(1, "ISO-SHARED");
        var secret = ALPHA.row(2, "ISO-ALPHA-SECRET");
        SERVICE.publish(SERVICE.topics().registrationRequests(), won, secret, lost);
        SERVICE.publish(
                SERVICE.topics().registrationOutcomes(),
                registered(won, 1, START),
                registered(secret, 1, START),
                rejected(lost, DEVICE_CLAIMED_BY_ANOTHER_ORGANIZATION, START));
        SERVICE.publish(SERVICE.topics().batches(), ALPHA.accepted(2), BETA.accepted(1));
        SERVICE.publish(SERVICE.topics().deviceActivity(), seen(secret, "iso-alpha", START.plusSeconds(1)));
        SERVICE.publish(
                SERVICE.topics().deliverySteps(),
                confirmed(won, START, DELIVERED, "ada@iso-alpha.example", START.plusSeconds(2)));
        await().untilAsserted(() -> {
            assertThat(OF_ALPHA.get("/v1/batches/" + ALPHA.batch())
                            .get("status")
                            .asString())
                    .isEqualTo("completed");
            assertThat(OF_BETA.get("/v1/batches/" + BETA.batch()).get("status").asString())
                    .isEqualTo("completed");
            assertThat(OF_ALPHA.get("/v1/devices?state=Active").get("total").asInt())
                    .isEqualTo(1);
        });
    }

    static Stream<String> calls() {
        return Stream.of(
                "/v1/devices",
                "/v1/devices?q=iso&sort=-assignedUser",
                "/v1/devices/summary",
                "/v1/devices/" + ALPHA.row(1, "ISO-SHARED").deviceId(),
                "/v1/devices/" + ALPHA.row(2, "ISO-ALPHA-SECRET").deviceId(),
                "/v1/audit",
                "/v1/audit?deviceId=" + ALPHA.row(2, "ISO-ALPHA-SECRET").deviceId(),
                "/v1/batches",
                "/v1/batches/" + ALPHA.batch(),
                "/v1/batches/" + ALPHA.batch() + "/results",
                "/v1/requests/" + ALPHA.row(2, "ISO-ALPHA-SECRET").requestId());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void showsOthersNothingOfATenant(String path) {
        for (var stranger : List.of(OF_BETA, OF_PARTNER, SERVICE.api(""))) {
            for (var accept : List.of("application/json", "text/csv", "*/*")) {
                var answer = stranger.answer("GET", path, "Accept", accept);

                assertThat(answer.body())
                        .doesNotContain("SECRET", "iso-alpha", ALPHA.batch().toString());
                assertThat(answer.headers().allValues("X-Request-Id")).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void asksForATokenThatFits(String path) {
        assertThat(SERVICE.api("").status(path)).isEqualTo(401);
        assertThat(SERVICE.api("nonsense").status(path)).isEqualTo(401);
        assertThat(SERVICE.api(Tokens.tenant("iso-alpha", "activity:write")).status(path))
                .isEqualTo(403);
        assertThat(SERVICE.api(Tokens.token(SCOPES, Map.of("supplier", "oem"))).status(path))
                .isEqualTo(403);
        assertThat(SERVICE.api(Tokens.token(SCOPES, Map.of("tenant", "iso-alpha", "partner", "p")))
                        .status(path))
                .isEqualTo(403);
        assertThat(SERVICE.api(Tokens.token(SCOPES, Map.of("tenant", "no/tenant")))
                        .status(path))
                .isEqualTo(403);
        assertThat(SERVICE.api("").answer("GET", path).headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    @Test
    void answersForWhatIsAnothersAsForWhatDoesNotExist() {
        var others = OF_BETA.answer(
                "GET", "/v1/devices/" + ALPHA.row(2, "ISO-ALPHA-SECRET").deviceId());
        var nobodys = OF_BETA.answer("GET", "/v1/devices/00000000-0000-0000-0000-000000000000");

        assertThat(others.statusCode()).isEqualTo(404);
        assertThat(others.body()).isEqualTo(nobodys.body());
    }

    @Test
    void tellsTheLoserOfARaceOnlyThatItLost() {
        var lost = OF_BETA.get("/v1/devices/" + BETA.row(1, "ISO-SHARED").deviceId());

        assertThat(lost.at("/error/type").asString()).isEqualTo("DeviceClaimedByAnotherOrganization");
        assertThat(lost.get("history")).hasSize(1);
        assertThat(lost.get("registeredAt").isNull()).isTrue();
    }

    @Test
    void letsSupportLookUpAnyRequestAndNothingElse() {
        var support = SERVICE.api(Tokens.support());

        assertThat(support.get("/v1/requests/" + ALPHA.row(1, "ISO-SHARED").requestId())
                        .get("tenantId")
                        .asString())
                .isEqualTo("iso-alpha");
        assertThat(support.status("/v1/devices")).isEqualTo(403);
        assertThat(support.status("/v1/batches")).isEqualTo(403);
    }

    @Test
    void answersEveryMistakeAsAProblem() {
        expectProblem(OF_ALPHA, "GET", "/v1/devices/none", 400);
        expectProblem(OF_ALPHA, "GET", "/v1/batches/none/results", 400);
        expectProblem(OF_ALPHA, "GET", "/v1/nothing", 404);
        expectProblem(OF_ALPHA, "POST", "/v1/devices", 404);
        var notAcceptable = OF_ALPHA.answer("GET", "/v1/devices", "Accept", "image/png");
        assertThat(notAcceptable.statusCode()).isEqualTo(406);
        assertThat(notAcceptable.body()).contains("https://rollcall.dev/problems/not-acceptable");
    }

    private static void expectProblem(Api api, String method, String path, int status) {
        var answer = api.answer(method, path);

        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("https://rollcall.dev/problems/");
        assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
    }
}
