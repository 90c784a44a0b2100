package dev.rollcall.faults.evidence;

import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.faults.checker.Evidence.Balance;
import dev.rollcall.faults.cluster.Node;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads what a process has counted, as Prometheus does.
final class BalanceReader {
    private static final Pattern STREAM = Pattern.compile("stream=\"([^\"]+)\"");

    private static final List<Counters> COUNTERS = List.of(
            new Counters("requests", "rollcall_registration_received_total", "rollcall_registrations_total"),
            new Counters("catalog", "rollcall_catalog_received_total", "rollcall_catalog_words_total"),
            new Counters("projection", "rollcall_projection_received_total", "rollcall_projection_total"));

    private BalanceReader() {}

    /// What counts the records of a kind that come in, and what counts how they end.
    private record Counters(String kind, String received, String ended) {}

    static List<Balance> read(Node node) {
        var lines = metrics(node);
        return COUNTERS.stream()
                .flatMap(counters -> balances(node, lines, counters))
                .toList();
    }

    private static Stream<Balance> balances(Node node, List<String> lines, Counters counters) {
        var received = sums(lines, counters.received());
        var ended = sums(lines, counters.ended());
        return Stream.concat(received.keySet().stream(), ended.keySet().stream())
                .distinct()
                .map(stream -> new Balance(
                        node.name(),
                        counters.kind() + " " + stream,
                        received.getOrDefault(stream, 0L),
                        ended.getOrDefault(stream, 0L)));
    }

    /// By stream, where a counter tells streams apart.
    private static Map<String, Long> sums(List<String> lines, String counter) {
        return lines.stream()
                .filter(line -> line.startsWith(counter + "{") || line.startsWith(counter + " "))
                .collect(Collectors.groupingBy(BalanceReader::stream, Collectors.summingLong(BalanceReader::value)));
    }

    private static String stream(String line) {
        var found = STREAM.matcher(line);
        return found.find() ? found.group(1) : "";
    }

    private static long value(String line) {
        return (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }

    private static List<String> metrics(Node node) {
        var metrics = URI.create("http://127.0.0.1:" + node.ports().management() + "/actuator/prometheus");
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                    .body()
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new BenchFailure(node.name() + " does not tell its metrics: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        }
    }
}
