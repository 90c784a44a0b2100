package dev.rollcall.access.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.access.Party;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LimitBookTest {
    private static final PartyName CONTOSO = new PartyName(Party.TENANT, "contoso");
    private static final PartyName FABRIKAM = new PartyName(Party.TENANT, "fabrikam");

    @Test
    void hasSaneLimitsWithoutAnySettings() {
        var limits = book(Map.of()).of(CONTOSO);

        assertThat(limits.calls()).isEqualTo(new Quota(3_000, 3_000));
        assertThat(limits.reads().perMinute()).isGreaterThan(limits.calls().perMinute());
        assertThat(limits.maxRows()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void takesTheLimitsOfAKindFromItsProperties() {
        var book =
                book(Map.of("rollcall.limits.tenant.calls-per-minute", 60, "rollcall.limits.tenant.max-bytes", "1MB"));

        assertThat(book.of(CONTOSO).calls()).isEqualTo(new Quota(60, 60));
        assertThat(book.of(CONTOSO).maxBytes()).isEqualTo(1 << 20);
        assertThat(book.of(new PartyName(Party.PARTNER, "northwind")).calls().perMinute())
                .isEqualTo(3_000);
    }

    @Test
    void letsASinglePartyDifferInWhatIsSetForIt() {
        var book = book(Map.of(
                "rollcall.limits.tenant.calls-per-minute", 60,
                "rollcall.limits.tenant.max-rows", 10,
                "rollcall.limits.overrides[0].party", "tenant",
                "rollcall.limits.overrides[0].name", "contoso",
                "rollcall.limits.overrides[0].limits.calls-burst", 5));

        assertThat(book.of(CONTOSO).calls()).isEqualTo(new Quota(60, 5));
        assertThat(book.of(CONTOSO).maxRows()).isEqualTo(10);
        assertThat(book.of(FABRIKAM).calls()).isEqualTo(new Quota(60, 60));
    }

    @Test
    void tellsTheWindowInWhichABucketFillsUp() {
        assertThat(new Quota(3_000, 3_000).windowSeconds()).isEqualTo(60);
        assertThat(new Quota(60, 5).windowSeconds()).isEqualTo(5);
    }

    private static LimitBook book(Map<String, ?> settings) {
        return new LimitBook(new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("rollcall.limits", LimitProperties.class));
    }
}
