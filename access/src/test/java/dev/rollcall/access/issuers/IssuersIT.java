package dev.rollcall.access.issuers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.rollcall.things.TestIssuer;
import dev.rollcall.things.ThingsServer;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IssuersIT {
    private final TestIssuer issuer = TestIssuer.at("");
    private final RSAKey key = issuer.publishNewKey();
    private ThingsServer server;

    @BeforeEach
    void start() {
        server = ThingsServer.start(Map.of(
                "rollcall.security.issuers[0].issuer", issuer.name(),
                "rollcall.security.issuers[0].jwk-set-uri", "", // as of a variable that nobody has set
                "rollcall.security.key-cache", "2s",
                "rollcall.security.key-refresh-interval", "1s"));
    }

    @AfterEach
    void stop() {
        server.close();
        issuer.close();
    }

    @Test
    void refusesWhatIsNotForUsNotNowOrNotSigned() throws Exception {
        assertThat(status(token(key, Map.of()))).isEqualTo(200);
        assertThat(status(token(key, Map.of("aud", "another")))).isEqualTo(401);
        assertThat(status(without("aud"))).isEqualTo(401);
        assertThat(status(without("exp"))).isEqualTo(401);
        assertThat(status(without("iss"))).isEqualTo(401);
        assertThat(status(token(key, Map.of("iss", issuer.name() + "/")))).isEqualTo(401);
        assertThat(status(token(key, Map.of("exp", TestIssuer.inSeconds(-45))))).isEqualTo(401);
        assertThat(status(token(key, Map.of("nbf", TestIssuer.inSeconds(45))))).isEqualTo(401);
        assertThat(status(new PlainJWT(JWTClaimsSet.parse(claims(Map.of()))).serialize()))
                .isEqualTo(401);
        assertThat(status(signedWithThePublicKeyAsASecret())).isEqualTo(401);
        assertThat(status(token(TestIssuer.newKey(), Map.of()))).isEqualTo(401);
        assertThat(status("junk")).isEqualTo(401);
    }

    @Test
    void toleratesClocksThatDifferByHalfAMinute() {
        assertThat(status(token(key, Map.of("exp", TestIssuer.inSeconds(-20))))).isEqualTo(200);
        assertThat(status(token(key, Map.of("nbf", TestIssuer.inSeconds(20))))).isEqualTo(200);
    }

    @Test
    void saysNothingOfWhyATokenWasRefused() {
        var answer = server.get("/v1/things", token(key, Map.of("exp", TestIssuer.inSeconds(-3600))));

        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .get()
                .asString()
                .startsWith("Bearer error=\"invalid_token\", error_description=\"The token is not accepted\"");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).doesNotContain("expired", issuer.name());
    }

    @Test
    void allowsNothingToATokenOfTwoParties() {
        assertThat(status(token(key, Map.of("partner", "northwind")))).isEqualTo(403);
    }

    @Test
    void takesANewKeyAtOnceAndAWithdrawnOneNoLonger() {
        assertThat(status(token(key, Map.of()))).isEqualTo(200);
        var next = issuer.publishNewKey();

        assertThat(status(token(next, Map.of()))).isEqualTo(200);
        issuer.withdraw(key);

        await().untilAsserted(() -> assertThat(status(token(key, Map.of()))).isEqualTo(401));
        assertThat(status(token(next, Map.of()))).isEqualTo(200);
    }

    @Test
    void doesNotHammerTheIssuerForKeysThatDoNotExist() {
        assertThat(status(token(key, Map.of()))).isEqualTo(200);
        var before = issuer.keyRequests();
        var start = System.nanoTime();
        var forged = token(TestIssuer.newKey(), Map.of());

        for (var i = 0; i < 100; i++) {
            assertThat(status(forged)).isEqualTo(401);
        }

        var begunMeanwhile = 1 + (System.nanoTime() - start) / 1_000_000_000;
        var underWayBefore = 1;
        assertThat((long) issuer.keyRequests() - before).isLessThanOrEqualTo(2 * (underWayBefore + begunMeanwhile));
    }

    @Test
    void asksForPatienceWhileTheIssuerIsAwayAndGoesOnAfterwards() {
        issuer.goAway();

        var answer = server.get("/v1/things", token(key, Map.of()));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("10");
        assertThat(answer.body()).contains("https://rollcall.dev/problems/temporarily-unavailable");
        assertThat(server.get("/v1/things", null).statusCode()).isEqualTo(401);
        issuer.comeBack();
        await().untilAsserted(() -> assertThat(status(token(key, Map.of()))).isEqualTo(200));
    }

    private int status(String token) {
        return server.get("/v1/things", token).statusCode();
    }

    private String token(RSAKey key, Map<String, Object> own) {
        return TestIssuer.token(key, claims(own));
    }

    private String without(String claim) {
        var claims = claims(Map.of());
        claims.remove(claim);
        return TestIssuer.token(key, claims);
    }

    private Map<String, Object> claims(Map<String, Object> own) {
        var claims = new HashMap<String, Object>(Map.of(
                "iss", issuer.name(),
                "aud", "rollcall",
                "exp", TestIssuer.inSeconds(3600),
                "sub", "ada",
                "tenant", "contoso",
                "scope", "devices:read"));
        claims.putAll(own);
        return claims;
    }

    private String signedWithThePublicKeyAsASecret() throws JOSEException, ParseException {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build();
        var jwt = new SignedJWT(header, JWTClaimsSet.parse(claims(Map.of())));
        jwt.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
        return jwt.serialize();
    }
}
