package dev.rollcall.benchmarks.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.benchmarks.server.BenchFailure;
import org.junit.jupiter.api.Test;

class QueryPlanTest {

    @Test
    void dealsOutAllDevicesToTheMeasuredTenantASmallOneAndBigOnes() {
        var plan = new QueryPlan(1_000_000, 3_500_000, 8, 2, 1);

        assertThat(plan.devicesByTenant()).containsEntry(QueryPlan.TENANT, 1_000_000);
        assertThat(plan.devicesByTenant().values()).containsExactly(1_000_000, 5_000, 1_000_000, 1_000_000, 495_000);
    }

    @Test
    void hasNoMoreDevicesInTheTenantThanThereAre() {
        assertThatThrownBy(() -> new QueryPlan(2, 1, 8, 2, 1)).isInstanceOf(BenchFailure.class);
    }
}
