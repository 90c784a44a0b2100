package dev.rollcall.faults.abuse;

import dev.rollcall.faults.history.History;
import dev.rollcall.faults.load.Devices;
import dev.rollcall.faults.load.Party;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// One attack after the other, while an honest caller goes on.
public final class Siege {
    private static final Duration WARM = Duration.ofSeconds(4);

    private final Target target;
    private final History history;

    public Siege(Target target, History history) {
        this.target = target;
        this.history = history;
    }

    /// What came of one attack, for those who attacked and for the honest one.
    public record Result(String attack, Duration lasted, Impact impact, Experience honest) {}

    /// All attacks, and the honest one from the first to the last of them.
    public record Outcome(List<Result> attacks, Experience throughout) {
        public Outcome {
            attacks = List.copyOf(attacks);
        }

        /// Nothing was broken, and no call of the honest one went wrong.
        public boolean isHarmless() {
            return throughout.failures().isEmpty()
                    && attacks.stream()
                            .allMatch(result -> result.impact().breaches().isEmpty());
        }
    }

    /// `party` is the honest one, and registers `devices`.
    public Outcome run(List<Attack> attacks, Party party, Devices devices) {
        try (var honest = new HonestCaller(party, devices, history)) {
            LockSupport.parkNanos(WARM.toNanos());
            var begin = honest.now();
            var results =
                    attacks.stream().map(attack -> attacked(attack, honest)).toList();
            return new Outcome(results, honest.since(begin));
        }
    }

    private Result attacked(Attack attack, HonestCaller honest) {
        history.note("attack: " + attack.words());
        var moment = honest.now();
        var begun = System.nanoTime();
        var impact = attack.on(target);
        var lasted = Duration.ofNanos(System.nanoTime() - begun);
        history.note("the attack is over: " + impact.words());
        return new Result(attack.words(), lasted, impact, honest.since(moment));
    }
}
