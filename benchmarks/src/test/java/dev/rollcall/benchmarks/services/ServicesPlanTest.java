package dev.rollcall.benchmarks.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.benchmarks.server.BenchFailure;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServicesPlanTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 2, -3})
    void refusesBrokersThatCannotKeepARecordThreeTimes(int brokers) {
        assertThatExceptionOfType(BenchFailure.class).isThrownBy(() -> new ServicesPlan("256m", brokers, 1, Map.of()));
    }

    @Test
    void takesThreeBrokersForACluster() {
        assertThat(new ServicesPlan("256m", 3, 2, Map.of()).isCluster()).isTrue();
        assertThat(new ServicesPlan("256m", 1, 2, Map.of()).isCluster()).isFalse();
    }
}
