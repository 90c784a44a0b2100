package dev.rollcall.benchmarks.startup;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What the server's log tells of one start: how many seconds after the command it had come how far. What it does not
/// tell is left out.
final class StartLog {
    private static final Pattern CONTEXT = Pattern.compile("initialization completed in (\\d+) ms");
    private static final double MILLIS = 1000;

    private final Instant began;
    private final List<Line> lines;

    private record Line(Instant at, String text) {}

    /// `lines` are those of the whole log; what is older than `began` is of earlier starts.
    StartLog(Instant began, List<String> lines) {
        this.began = began;
        this.lines = lines.stream()
                .flatMap(line -> parse(line).stream())
                .filter(line -> !line.at().isBefore(began))
                .toList();
    }

    /// In the order of a start.
    Map<String, Double> milestones() {
        var milestones = new LinkedHashMap<String, Double>();
        first(line -> CONTEXT.matcher(line).find()).ifPresent(line -> {
            milestones.put("Kafka and PostgreSQL up", seconds(line.at().minusMillis(contextMillis(line))));
            milestones.put("first beans", seconds(line.at()));
        });
        last(line -> line.contains("flyway")).ifPresent(line -> milestones.put("schemas migrated", seconds(line.at())));
        first(line -> line.contains("Tomcat started on port"))
                .ifPresent(line -> milestones.put("API served", seconds(line.at())));
        return milestones;
    }

    private static long contextMillis(Line line) {
        var found = CONTEXT.matcher(line.text());
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    private Optional<Line> first(Predicate<String> wanted) {
        return lines.stream().filter(line -> wanted.test(line.text())).findFirst();
    }

    private Optional<Line> last(Predicate<String> wanted) {
        return lines.reversed().stream()
                .filter(line -> wanted.test(line.text()))
                .findFirst();
    }

    private double seconds(Instant at) {
        return (at.toEpochMilli() - began.toEpochMilli()) / MILLIS;
    }

    /// Lines without a time belong to the one before.
    private static Optional<Line> parse(String line) {
        try {
            var end = line.indexOf(' ');
            return end < 0
                    ? Optional.empty()
                    : Optional.of(new Line(
                            OffsetDateTime.parse(line.substring(0, end)).toInstant(), line));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
