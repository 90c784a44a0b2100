package dev.rollcall.standalone.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.fixtures.AnswerCheck;
import dev.rollcall.fixtures.AnswerCheck.Answer;
import java.net.http.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What no contract has does not pass for an answer of ours.
class AnswerCheckTest {
    private static final String PLAIN = "{\"items\":[],\"nextCursor\":null,\"total\":0}";

    @Test
    void letsAnAnswerPassThatIsAsPromised() {
        assertThat(problems(200, "application/json", PLAIN)).isEmpty();
    }

    @Test
    void seesAFieldThatNobodyPromised() {
        assertThat(problems(200, "application/json", PLAIN.replace("}", ",\"colour\":\"red\"}")))
                .isNotEmpty();
    }

    @Test
    void seesAFieldThatIsMissing() {
        assertThat(problems(200, "application/json", "{\"items\":[],\"nextCursor\":null}"))
                .isNotEmpty();
    }

    @Test
    void seesAStatusThatNobodyPromised() {
        assertThat(problems(418, "application/json", PLAIN)).containsExactly("the status is not in the contract");
    }

    @Test
    void seesAMediaTypeThatNobodyPromised() {
        assertThat(problems(200, "text/html", PLAIN))
                .containsExactly("the media type text/html is not in the contract");
    }

    @Test
    void seesATypeOfProblemThatTheStatusDoesNotHave() {
        var problem = "{\"type\":\"https://rollcall.dev/problems/%s\",\"title\":\"\",\"status\":400}";

        assertThat(problems(400, "application/problem+json", problem.formatted("invalid-parameter")))
                .isEmpty();
        assertThat(problems(400, "application/problem+json", problem.formatted("not-found")))
                .isNotEmpty();
    }

    @Test
    void seesAHeaderThatIsMissing() {
        var answer = new Answer(200, headers(Map.of("Content-Type", "application/json")), PLAIN);

        assertThat(problems(answer)).contains("the header RateLimit is missing", "the header X-Request-Id is missing");
    }

    private static List<String> problems(int status, String mediaType, String body) {
        var headers = new HashMap<>(Map.of("X-Request-Id", "some", "RateLimit", "some", "RateLimit-Policy", "some"));
        headers.put("Content-Type", mediaType);
        return problems(new Answer(status, headers(headers), body));
    }

    private static List<String> problems(Answer answer) {
        var contract = Service.STATUS.contract();
        return new AnswerCheck(contract)
                .problems(contract.operation("GET", "/v1/devices").orElseThrow(), answer);
    }

    private static HttpHeaders headers(Map<String, String> values) {
        var headers = new HashMap<String, List<String>>();
        values.forEach((name, value) -> headers.put(name, List.of(value)));
        return HttpHeaders.of(headers, (_, _) -> true);
    }
}
