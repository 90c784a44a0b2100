package dev.rollcall.faults.load;

import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.faults.history.Answer;
import dev.rollcall.faults.history.Row;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/// Registers devices that nobody else asks for, by both lanes and over all partitions, and waits until the outcomes can
/// be read: who gets that far has a cluster that works.
public final class Probe {
    private static final int SMALL = 16;
    private static final int BULK = 24;
    public static final int DEVICES = SMALL + BULK;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Party party;
    private final Batches batches;
    private final String name;
    private int next;
    private int number;

    public Probe(Party party, Devices devices) {
        this.party = party;
        this.batches = new Batches(party, devices);
        this.name = "probe-" + devices.name() + "-";
        this.next = devices.contested() + 1;
    }

    /// How long it took, from now on.
    public Duration roundTrip() {
        var begun = System.nanoTime();
        var end = begun + PATIENCE.toNanos();
        for (var rows : List.of(rows(SMALL), rows(BULK))) {
            var key = name + ++number;
            if (!batches.post(key, rows, () -> System.nanoTime() - end < 0)) {
                throw new BenchFailure("the cluster takes no batch");
            }
            awaitOutcomes(key, end);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private List<Row> rows(int count) {
        var first = next;
        next += count;
        return IntStream.range(first, next)
                .mapToObj(device -> new Row(device, Row.Kind.GOOD))
                .toList();
    }

    /// Whatever they are: to judge them is the checker's part.
    private void awaitOutcomes(String key, long end) {
        var path = "/v1/batches/" + party.batch(key);
        while (!isComplete(party.ask(path))) {
            if (System.nanoTime() - end > 0) {
                throw new BenchFailure("the rows of " + path + " have no outcome");
            }
            Pause.of(BETWEEN_LOOKS);
        }
    }

    private static boolean isComplete(Answer answer) {
        return answer instanceof Answer.Given(var status, var body)
                && status == 200
                && JsonMapper.shared().readTree(body).path("status").asString().equals("completed");
    }
}
