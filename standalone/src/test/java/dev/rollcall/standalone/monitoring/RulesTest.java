package dev.rollcall.standalone.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The unit tests of the rules are in `deploy/prometheus/tests`, in Prometheus' own form.
class RulesTest {
    private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");
    private static final Pattern RUNBOOK = Pattern.compile("runbook_url: docs/operations\\.md#([a-z-]+)");

    @TempDir
    private Path directory;

    @Test
    void theRulesAreValid() throws IOException, InterruptedException {
        succeeds(Stream.of("check", "rules"), Deployed.files(Deployed.PROMETHEUS.resolve("rules"), ".yml"));
    }

    @Test
    void theConfigurationIsValid() throws IOException, InterruptedException {
        succeeds(Stream.of("check", "config"), Stream.of(Deployed.PROMETHEUS.resolve("prometheus.yml")));
    }

    @Test
    void exactlyTheAlertsThatShouldFireDoSo() throws IOException, InterruptedException {
        succeeds(Stream.of("test", "rules"), Deployed.files(Deployed.PROMETHEUS.resolve("tests"), ".yml"));
    }

    @Test
    void everyAlertIsTestedAndHasARunbook() {
        var rules = Deployed.read(Deployed.PROMETHEUS.resolve("rules/alerts.yml"));
        var tests = Deployed.read(Deployed.PROMETHEUS.resolve("tests/alerts.yml"));
        var operations = Deployed.read(Path.of("../docs/operations.md"));

        var alerts = ALERT.matcher(rules).results().map(found -> found.group(1)).toList();
        var runbooks =
                RUNBOOK.matcher(rules).results().map(found -> found.group(1)).toList();
        assertThat(alerts).isNotEmpty().allSatisfy(alert -> {
            assertThat(tests.lines()).anyMatch(line -> line.contains("alertname=\"" + alert + "\""));
            assertThat(operations).contains(alert);
        });
        assertThat(runbooks)
                .hasSameSizeAs(alerts)
                .allSatisfy(section -> assertThat(operations.toLowerCase(Locale.ROOT))
                        .contains("\n### " + section.replace('-', ' ') + "\n"));
    }

    private void succeeds(Stream<String> command, Stream<Path> files) throws IOException, InterruptedException {
        var promtool = Tool.named("promtool");
        assumeTrue(promtool.isPresent(), Tool.missing("promtool"));
        var output = directory.resolve("output");

        var arguments = Stream.concat(command, files.map(Path::toString)).toArray(String[]::new);
        var status = promtool.orElseThrow().start(output, arguments).waitFor();

        assertThat(status).as(Files.readString(output)).isZero();
    }
}
