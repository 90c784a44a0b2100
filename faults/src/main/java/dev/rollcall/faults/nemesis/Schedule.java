package dev.rollcall.faults.nemesis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Faults in the order in which they will be injected. It follows from the seed alone: every kind once, then every kind
/// once more in another order, and so on.
public final class Schedule {
    /// Longer than the session timeout of the consumers' groups: who wakes up then has been replaced.
    private static final Duration UNTIL_REPLACED = Duration.ofSeconds(40);

    private static final int TARGETS = 6;
    private static final int SHORTEST_MILLIS = 1_000;
    private static final int MORE_MILLIS = 4_000;

    private final Random random;
    private final List<FaultKind> kinds;

    private Schedule(long seed, List<FaultKind> kinds) {
        this.random = new Random(seed);
        this.kinds = List.copyOf(kinds);
    }

    public static Stream<Fault> of(long seed, List<FaultKind> kinds) {
        var schedule = new Schedule(seed, kinds);
        return Stream.generate(schedule::round).flatMap(List::stream);
    }

    private List<Fault> round() {
        var order = new ArrayList<>(kinds);
        Collections.shuffle(order, random);
        return order.stream().map(this::fault).toList();
    }

    private Fault fault(FaultKind kind) {
        return new Fault(kind, random.nextInt(TARGETS), lasting(kind));
    }

    private Duration lasting(FaultKind kind) {
        var some = Duration.ofMillis(SHORTEST_MILLIS + random.nextInt(MORE_MILLIS));
        return switch (kind) {
            case FREEZE_WORKER -> UNTIL_REPLACED;
            case FREEZE_STATUS, FREEZE_BROKER -> UNTIL_REPLACED.dividedBy(2);
            case FREEZE_UPLOAD, LOSE_BROKER, DELAY_DATABASE, DELAY_BROKER, CUT_BROKER, STALL_DATABASE ->
                some.multipliedBy(3);
            case NOTHING,
                    KILL_UPLOAD,
                    KILL_WORKER,
                    KILL_WORKER_IN_COMMIT,
                    KILL_STATUS,
                    KILL_BROKER,
                    KILL_DATABASE,
                    RESTART_DATABASE,
                    FILL_SPOOL,
                    VANISHING_CLIENTS,
                    CUT_DATABASE -> some;
        };
    }
}
