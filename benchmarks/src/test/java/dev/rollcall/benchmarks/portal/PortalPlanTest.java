package dev.rollcall.benchmarks.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.benchmarks.server.BenchFailure;
import org.junit.jupiter.api.Test;

class PortalPlanTest {

    @Test
    void wantsPagesToTurn() {
        assertThatThrownBy(() -> new PortalPlan(999, 1, 1, 0)).isInstanceOf(BenchFailure.class);
    }

    @Test
    void measuresEverythingAtLeastOnce() {
        assertThatThrownBy(() -> new PortalPlan(1_000, 0, 1, 0)).isInstanceOf(BenchFailure.class);
        assertThatThrownBy(() -> new PortalPlan(1_000, 1, 0, 0)).isInstanceOf(BenchFailure.class);
    }

    @Test
    void tellsNobodyThePasswordOfItsUser() {
        assertThat(PortalPlan.ACCOUNTS.toString()).contains("contoso-admin").doesNotContain(PortalPlan.USER.password());
    }
}
