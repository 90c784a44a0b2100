package dev.rollcall.benchmarks.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartLogTest {
    private static final Instant BEGAN = Instant.parse("2026-11-22T20:04:00Z");

    @Test
    void tellsWhenTheStartHadComeHowFar() {
        var log = new StartLog(
                BEGAN,
                List.of(
                        "2026-11-22T19:00:00.000Z INFO  [main] o.s.boot.tomcat.TomcatWebServer Tomcat started on port 1 (http)",
                        "2026-11-22T20:04:13.000Z INFO  [main] o.s.b Root WebApplicationContext: initialization completed in 5000 ms",
                        "2026-11-22T20:04:14.000Z INFO  [main] org.flywaydb.core.FlywayExecutor Database: jdbc:postgresql",
                        "\tat a line without a time",
                        "2026-11-22T20:04:16.500Z INFO  [main] org.flywaydb.core.internal Successfully applied 4 migrations",
                        "2026-11-22T20:04:19.250Z INFO  [main] o.s.boot.tomcat.TomcatWebServer Tomcat started on port 2 (http)",
                        "2026-11-22T20:04:20.000Z INFO  [main] o.s.boot.tomcat.TomcatWebServer Tomcat started on port 3 (http)"));

        assertThat(log.milestones())
                .isEqualTo(Map.of(
                        "Kafka and PostgreSQL up", 8.0,
                        "first beans", 13.0,
                        "schemas migrated", 16.5,
                        "API served", 19.25));
    }

    @Test
    void leavesOutWhatItIsNotTold() {
        assertThat(new StartLog(BEGAN, List.of("no time", "")).milestones()).isEmpty();
    }
}
