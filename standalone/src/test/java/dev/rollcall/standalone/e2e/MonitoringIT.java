package dev.rollcall.standalone.e2e;

import static dev.rollcall.standalone.e2e.Rollcall.CONTOSO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rollcall.standalone.monitoring.Deployed;
import dev.rollcall.standalone.monitoring.PrometheusServer;
import dev.rollcall.standalone.monitoring.Tool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the page on metrics, the rules and the dashboards name is there in a running system.
class MonitoringIT {
    /// What a Kafka client measures is looked through once a minute.
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern SCRAPED = Pattern.compile("(?m)^# TYPE (rollcall_\\w+) ");
    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `(rollcall_\\w+)`");

    @TempDir
    private Path directory;

    @BeforeAll
    static void live() {
        CONTOSO.register(TestDevice.script(TestDevice.listed(), TestDevice.fresh()));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(scrape()).contains("rollcall_devices{"));
    }

    @Test
    void thePageOnMetricsNamesWhatIsServedAndNothingElse() {
        var documented = names(DOCUMENTED, Deployed.read(Path.of("../docs/metrics.md")));

        assertThat(names(SCRAPED, scrape())).isEqualTo(documented);
    }

    @Test
    void everyRecordReceivedIsCountedOnceByItsOutcome() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            var scraped = scrape();
            assertBalance(scraped, "rollcall_registration_received_total", "rollcall_registrations_total");
            assertBalance(scraped, "rollcall_catalog_received_total", "rollcall_catalog_words_total");
            assertBalance(scraped, "rollcall_projection_received_total", "rollcall_projection_total");
        });
    }

    @Test
    void noSeriesOfOursCarriesATenantOrADevice() {
        assertThat(scrape().lines().filter(line -> line.startsWith("rollcall_")))
                .isNotEmpty()
                .noneMatch(line -> line.matches(".*\\b(tenant|device|batch|request|partner|supplier)(_id)?=.*"));
    }

    @Test
    void ofThePartitionsOnlyTheirLagIsServed() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(scrape().lines()
                                .filter(line -> line.startsWith("kafka_") && line.contains("partition=")))
                        .isNotEmpty()
                        .allMatch(line -> line.startsWith("kafka_consumer_fetch_manager_records_lag{")));
    }

    @Test
    void prometheusFindsWhateverRulesAndDashboardsAskFor() {
        var prometheus = Tool.named("prometheus");
        assumeTrue(prometheus.isPresent(), Tool.missing("prometheus"));

        try (var server = PrometheusServer.start(
                prometheus.orElseThrow(), Rollcall.management().origin(), directory)) {
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> !server.query("rollcall:devices:count").isEmpty());
            CONTOSO.register(TestDevice.script(TestDevice.listed(), TestDevice.fresh()));

            assertThat(Deployed.ownSeries()).hasSizeGreaterThan(30);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(Deployed.ownSeries())
                            .allSatisfy(
                                    series -> assertThat(server.query(series)).isNotEmpty()));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(Deployed.panels()).allSatisfy(panel -> {
                        var answer = server.query(panel.query());
                        assertThat(panel.isForeign() || !answer.isEmpty())
                                .as("%s: %s", panel.title(), panel.query())
                                .isTrue();
                    }));
        }
    }

    private static void assertBalance(String scraped, String received, String ended) {
        assertThat(sum(scraped, received)).as(received).isPositive().isEqualTo(sum(scraped, ended));
    }

    private static double sum(String scraped, String series) {
        return scraped.lines()
                .filter(line -> line.startsWith(series + "{") || line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static Set<String> names(Pattern pattern, String text) {
        return new TreeSet<>(
                pattern.matcher(text).results().map(found -> found.group(1)).toList());
    }

    private static String scrape() {
        return Rollcall.management().get("/prometheus").body();
    }
}
