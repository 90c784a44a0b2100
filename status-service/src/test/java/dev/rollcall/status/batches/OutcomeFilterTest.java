package dev.rollcall.status.batches;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomeFilterTest {
    private static final Map<String, Long> COUNTS =
            Map.of("Seen", 10L, "Registered", 5L, "DeviceNotFound", 2L, "UnexpectedError", 1L);

    @Test
    void countsTheRowsByWhatTheyCameTo() {
        assertThat(count()).isEqualTo(10);
        assertThat(count("Registered")).isEqualTo(5);
        assertThat(count("failed")).isEqualTo(3);
        assertThat(count("Pending")).isEqualTo(2);
        assertThat(count("Pending", "DeviceNotFound")).isEqualTo(4);
        assertThat(count("HardwareHashNotValid")).isZero();
    }

    private static long count(String... outcomes) {
        return OutcomeFilter.read(outcomes).orElseThrow().count(COUNTS);
    }
}
