package dev.rollcall.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {
    private final StringWriter text = new StringWriter();
    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private final Progress progress = new ProgressLines("Registration", "rows", 0, new PrintWriter(text), () -> now);

    @Test
    void saysHowFarItIsEveryFewSeconds() {
        for (var second = 1; second <= 11; second++) {
            now = now.plusSeconds(1);
            progress.at(second * 1_000L, 20_000);
        }

        assertThat(text.toString().lines())
                .containsExactly(
                        "Registration: 25 % (5,000 of 20,000 rows)", "Registration: 50 % (10,000 of 20,000 rows)");
    }

    @Test
    void saysNothingOfWhatIsSoonDone() {
        now = now.plusSeconds(4);
        progress.at(20_000, 20_000);
        progress.close();

        assertThat(text.toString()).isEmpty();
    }

    @Test
    void stepsAddUp() {
        progress.at(0, 100);
        progress.step(20);
        now = now.plusSeconds(5);
        progress.step(10);

        assertThat(text.toString().strip()).isEqualTo("Registration: 30 % (30 of 100 rows)");
    }
}
