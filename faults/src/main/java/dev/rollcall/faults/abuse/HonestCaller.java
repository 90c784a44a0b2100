package dev.rollcall.faults.abuse;

import dev.rollcall.benchmarks.report.Percentiles;
import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.faults.history.Act;
import dev.rollcall.faults.history.Answer;
import dev.rollcall.faults.history.Call;
import dev.rollcall.faults.history.History;
import dev.rollcall.faults.load.Devices;
import dev.rollcall.faults.load.Party;
import dev.rollcall.faults.load.Probe;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// Asks for its devices and registers new ones, all the while, and remembers how that went.
final class HonestCaller implements AutoCloseable {
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    private static final String LIST = "/v1/devices?limit=20";
    private static final Duration BETWEEN_READS = Duration.ofMillis(50);
    private static final Duration BETWEEN_BATCHES = Duration.ofMillis(500);

    private final Party party;
    private final Probe probe;
    private final History history;
    private final List<Thread> threads;
    private final List<Double> roundTrips = new CopyOnWriteArrayList<>();
    private final List<String> givenUp = new CopyOnWriteArrayList<>();
    private volatile boolean going = true;

    HonestCaller(Party party, Devices devices, History history) {
        this.party = party;
        this.probe = new Probe(party, devices);
        this.history = history;
        this.threads = List.of(
                Thread.ofVirtual().name("honest reader").start(() -> live(this::read)),
                Thread.ofVirtual().name("honest writer").start(() -> live(this::register)));
    }

    /// A moment in its life: what came before is not told by [#since].
    record Moment(int calls, int roundTrips) {}

    Moment now() {
        return new Moment(history.calls().size(), roundTrips.size());
    }

    Experience since(Moment moment) {
        var calls = history.calls();
        var mine = calls.subList(moment.calls(), calls.size()).stream()
                .filter(call -> call.tenant().equals(party.tenant()))
                .toList();
        return new Experience(
                Percentiles.of(mine.stream()
                        .filter(call -> call.act().equals(new Act.Question(LIST)))
                        .map(HonestCaller::millis)
                        .toList()),
                Percentiles.of(List.copyOf(roundTrips.subList(moment.roundTrips(), roundTrips.size()))),
                Stream.concat(mine.stream().filter(HonestCaller::wentWrong).map(HonestCaller::words), givenUp.stream())
                        .toList());
    }

    @Override
    public void close() {
        going = false;
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        }
    }

    private void live(Runnable life) {
        try {
            life.run();
        } catch (RuntimeException e) {
            givenUp.add(Thread.currentThread().getName() + " has given up: " + e.getMessage());
        }
    }

    private void read() {
        while (going) {
            party.ask(LIST);
            LockSupport.parkNanos(BETWEEN_READS.toNanos());
        }
    }

    private void register() {
        while (going) {
            roundTrips.add((double) probe.roundTrip().toMillis());
            LockSupport.parkNanos(BETWEEN_BATCHES.toNanos());
        }
    }

    /// That a batch is not known yet to who answers is no fault: it comes within moments.
    private static boolean wentWrong(Call call) {
        return switch (call.answer()) {
            case Answer.None _ -> true;
            case Answer.Given(var status, var _) -> status == TOO_MANY || status >= SERVER_ERROR;
        };
    }

    private static double millis(Call call) {
        return Duration.between(call.begunAt(), call.endedAt()).toNanos() / 1e6;
    }

    private static String words(Call call) {
        var what = call.act().getClass().getSimpleName();
        return switch (call.answer()) {
            case Answer.None(var why) -> what + ": " + why;
            case Answer.Given(var status, var body) -> what + ": " + status + " " + body;
        };
    }
}
