package dev.rollcall.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.access.Caller.Partner;
import dev.rollcall.access.Caller.Supplier;
import dev.rollcall.access.Caller.Tenant;
import dev.rollcall.access.Caller.Unaffiliated;
import dev.rollcall.identity.PartnerId;
import dev.rollcall.identity.SupplierId;
import dev.rollcall.identity.TenantId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;

class CallerTest {

    @Test
    void isThePartyThatTheTokenNames() {
        assertThat(Caller.of(token(Map.of("tenant", "contoso")))).contains(new Tenant(new TenantId("contoso"), "ada"));
        assertThat(Caller.of(token(Map.of("partner", "northwind"))))
                .contains(new Partner(new PartnerId("northwind"), "ada"));
        assertThat(Caller.of(token(Map.of("supplier", "oem")))).contains(new Supplier(new SupplierId("oem"), "ada"));
        assertThat(Caller.of(token(Map.of()))).contains(new Unaffiliated("ada"));
    }

    @Test
    void isNobodyWhereTheTokenNamesTwoParties() {
        assertThat(Caller.of(token(Map.of("tenant", "contoso", "partner", "northwind"))))
                .isEmpty();
        assertThat(Caller.of(token(Map.of("tenant", "contoso", "supplier", List.of()))))
                .isEmpty();
    }

    @Test
    void isNobodyWhereTheNameHasNoValidForm() {
        assertThat(Caller.of(token(Map.of("tenant", "not a name")))).isEmpty();
        assertThat(Caller.of(token(Map.of("tenant", List.of("contoso"))))).isEmpty();
        assertThat(Caller.of(token(Map.of("partner", 7)))).isEmpty();
    }

    @Test
    void isNobodyWithoutASubject() {
        var token = Jwt.withTokenValue("t")
                .header("alg", "RS256")
                .claim("tenant", "contoso")
                .build();

        assertThat(Caller.of(token)).isEmpty();
    }

    private static Jwt token(Map<String, Object> claims) {
        return Jwt.withTokenValue("t")
                .header("alg", "RS256")
                .subject("ada")
                .claims(all -> all.putAll(claims))
                .build();
    }
}
