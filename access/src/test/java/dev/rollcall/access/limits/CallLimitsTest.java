package dev.rollcall.access.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.access.Traffic;
import dev.rollcall.access.web.ProblemWriter;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CallLimitsTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .build();
    private static final FilterChain CALL = (_, response) -> ((MockHttpServletResponse) response).setStatus(204);

    private static final long MOST_BYTES = 100;

    private final AtomicLong clock = new AtomicLong();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Filter limits = new CallLimits(accounts(), problems(), MOST_BYTES)
            .on(request -> request.getMethod().equals("GET") ? Traffic.READ : Traffic.CALL);

    @Test
    void saysWithEveryAnswerHowMuchIsLeft() throws ServletException, IOException {
        var answer = call("tenant", "contoso", "POST");

        assertThat(answer.getStatus()).isEqualTo(204);
        assertThat(answer.getHeader("RateLimit-Policy")).isEqualTo("\"calls\";q=2;w=2");
        assertThat(answer.getHeader("RateLimit")).isEqualTo("\"calls\";r=1;t=1");
    }

    @Test
    void refusesWhatGoesBeyondAndSaysWhenToComeBack() throws ServletException, IOException {
        exhaust("contoso");

        var answer = call("tenant", "contoso", "POST");

        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(answer.getHeader("Retry-After")).isEqualTo("1");
        assertThat(answer.getHeader("RateLimit")).isEqualTo("\"calls\";r=0;t=2");
        assertThat(problem(answer).path("type").asString()).endsWith("/too-many-calls");
        assertThat(problem(answer).path("limit").path("unit").asString()).isEqualTo("calls");
        assertThat(problem(answer).path("limit").path("maximum").asLong()).isEqualTo(2);
        assertThat(meters.counter("rollcall.calls.limited", "limit", "calls").count())
                .isEqualTo(1);
    }

    @Test
    void leavesOthersUntouchedByOneAtItsLimit() throws ServletException, IOException {
        exhaust("contoso");

        assertThat(call("tenant", "fabrikam", "POST").getStatus()).isEqualTo(204);
        assertThat(call("partner", "contoso", "POST").getStatus()).isEqualTo(204);
    }

    @Test
    void countsReadsOnTheirOwn() throws ServletException, IOException {
        exhaust("contoso");

        var answer = call("tenant", "contoso", "GET");

        assertThat(answer.getStatus()).isEqualTo(204);
        assertThat(answer.getHeader("RateLimit-Policy")).startsWith("\"reads\";");
    }

    @Test
    void takesCallsAgainAfterTheTimeItNamed() throws ServletException, IOException {
        exhaust("contoso");

        clock.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThat(call("tenant", "contoso", "POST").getStatus()).isEqualTo(204);
        assertThat(call("tenant", "contoso", "POST").getStatus()).isEqualTo(429);
    }

    @Test
    void boundsTheBodiesThatOnePartySendsAtATime() throws ServletException, IOException {
        var within = new MockHttpServletResponse();

        limits.doFilter(upload("contoso"), new MockHttpServletResponse(), (_, _) -> {
            limits.doFilter(upload("contoso"), within, CALL);
            assertThat(send("fabrikam").getStatus()).isEqualTo(204);
        });

        assertThat(within.getStatus()).isEqualTo(429);
        assertThat(problem(within).path("type").asString()).endsWith("/too-many-uploads");
        assertThat(problem(within).path("limit").path("maximum").asInt()).isEqualTo(1);
        assertThat(within.getHeader("Retry-After")).isEqualTo("1");
    }

    @Test
    void freesThePlaceOfAnUploadHoweverItEnds() throws ServletException, IOException {
        try {
            limits.doFilter(upload("contoso"), new MockHttpServletResponse(), (_, _) -> {
                throw new IOException("the sender went away");
            });
        } catch (IOException _) {
            assertThat(send("contoso").getStatus()).isEqualTo(204);
        }
    }

    @Test
    void refusesABodyThatIsTooLargeForACallOfFewWords() throws ServletException, IOException {
        var request = upload("contoso");
        request.setContent(new byte[101]);
        var response = new MockHttpServletResponse();

        limits.doFilter(request, response, CALL);

        assertThat(response.getStatus()).isEqualTo(413);
        assertThat(problem(response).path("limit").path("maximum").asLong()).isEqualTo(MOST_BYTES);
    }

    private void exhaust(String tenant) throws ServletException, IOException {
        call("tenant", tenant, "POST");
        call("tenant", tenant, "POST");
    }

    private MockHttpServletResponse send(String tenant) throws ServletException, IOException {
        var response = new MockHttpServletResponse();
        limits.doFilter(upload(tenant), response, CALL);
        return response;
    }

    private MockHttpServletResponse call(String party, String name, String method)
            throws ServletException, IOException {
        var response = new MockHttpServletResponse();
        limits.doFilter(request(party, name, method), response, CALL);
        return response;
    }

    private static MockHttpServletRequest upload(String tenant) {
        var request = request("tenant", tenant, "POST");
        request.setContent(new byte[] {1});
        return request;
    }

    private static MockHttpServletRequest request(String party, String name, String method) {
        var token = Jwt.withTokenValue("token")
                .header("alg", "none")
                .subject("somebody")
                .claim(party, name)
                .build();
        var request = new MockHttpServletRequest(method, "/v1/anything");
        request.setUserPrincipal(new JwtAuthenticationToken(token));
        return request;
    }

    private static JsonNode problem(MockHttpServletResponse answer) {
        return JSON.readTree(answer.getContentAsByteArray());
    }

    private LimitProblems problems() {
        return new LimitProblems(new ProblemWriter(JSON), meters);
    }

    private Accounts accounts() {
        var settings = new LimitSettings(60L, 2L, null, null, 1, null, null);
        var properties = new LimitProperties(settings, null, null, null, List.of(), 10);
        return new Accounts(new LimitBook(properties), 10, new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return clock.get();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        });
    }
}
