package dev.rollcall.access.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.access.Party;
import io.github.bucket4j.TimeMeter;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountsTest {
    private static final int MOST = 100;

    private final Accounts accounts = new Accounts(
            new LimitBook(new LimitProperties(null, null, null, null, List.of(), MOST)),
            MOST,
            TimeMeter.SYSTEM_NANOTIME);

    @Test
    void staysBoundedUnderAFloodOfSubjects() {
        for (var i = 0; i < 10_000; i++) {
            accounts.of(new PartyName(Party.UNAFFILIATED, "subject-" + i));
        }

        assertThat(accounts.size(Party.UNAFFILIATED)).isLessThanOrEqualTo(MOST);
    }

    @Test
    void forgetsNoTenantBecauseOfAFloodOfSubjects() {
        var contoso = new PartyName(Party.TENANT, "contoso");
        accounts.of(contoso).calls().tryConsume(3_000);

        for (var i = 0; i < 10_000; i++) {
            accounts.of(new PartyName(Party.UNAFFILIATED, "subject-" + i));
        }

        assertThat(accounts.of(contoso).calls().getAvailableTokens()).isLessThan(3_000);
    }

    @Test
    void keepsPartiesOfTheSameNameApart() {
        accounts.of(new PartyName(Party.TENANT, "northwind")).calls().tryConsume(3_000);

        assertThat(accounts.of(new PartyName(Party.PARTNER, "northwind"))
                        .calls()
                        .getAvailableTokens())
                .isEqualTo(3_000);
    }
}
