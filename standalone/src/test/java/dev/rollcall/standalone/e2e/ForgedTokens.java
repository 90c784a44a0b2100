package dev.rollcall.standalone.e2e;

import dev.rollcall.standalone.server.ServerInsight;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;

/// Tokens that the server's issuer would never give, signed with its own key: what is wrong with one is then the only
/// reason to refuse it.
record ForgedTokens(ServerInsight server) {
    private static final Duration HOUR = Duration.ofHours(1);

    /// A token as the issuer gives it, for a party of any name.
    String good(Map<String, String> party, String scopes) {
        return server.sign(claims(party, scopes).build());
    }

    String expired(Map<String, String> party, String scopes) {
        var anHourAgo = Instant.now().minus(HOUR);
        return server.sign(claims(party, scopes)
                .issuedAt(anHourAgo.minus(HOUR))
                .expiresAt(anHourAgo)
                .build());
    }

    String ofAnotherIssuer(Map<String, String> party, String scopes) {
        return server.sign(
                claims(party, scopes).issuer("https://login.example.org").build());
    }

    String forAnotherAudience(Map<String, String> party, String scopes) {
        return server.sign(
                claims(party, scopes).audience(List.of("another-service")).build());
    }

    private JwtClaimsSet.Builder claims(Map<String, String> party, String scopes) {
        var now = Instant.now();
        var claims = JwtClaimsSet.builder()
                .issuer(server.server().addresses().api().toString())
                .audience(List.of("rollcall"))
                .subject("somebody")
                .issuedAt(now)
                .expiresAt(now.plus(HOUR))
                .claim("scope", scopes);
        party.forEach(claims::claim);
        return claims;
    }
}
