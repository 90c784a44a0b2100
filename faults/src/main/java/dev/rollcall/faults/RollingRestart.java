package dev.rollcall.faults;

import dev.rollcall.faults.checker.Violation;
import dev.rollcall.faults.cluster.Balancer;
import dev.rollcall.faults.cluster.Node;
import dev.rollcall.faults.history.Answer;
import dev.rollcall.faults.history.Call;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Restarts every service of a cluster under load, one process after the other, as an upgrade does: readers before
/// writers. Clients are led to processes that are ready.
public record RollingRestart(Stage stage) {
    private static final Duration UNTIL_CALLED = Duration.ofSeconds(3);
    private static final int SERVER_ERROR = 500;

    /// `failed` are the calls without an answer, and those that were answered that the server is at fault.
    public record Result(List<Call> calls, List<Call> failed, List<Violation> violations) {
        public Result {
            calls = List.copyOf(calls);
            failed = List.copyOf(failed);
            violations = List.copyOf(violations);
        }
    }

    public Result run(long seed) {
        var services = stage.cluster().services();
        try (var doors = Balancer.over(services.uploads());
                var desks = Balancer.over(services.statuses());
                var parties = Parties.of(stage, doors::ready, desks::ready)) {
            var trial = new Trial(stage);
            var finding = trial.of(parties, seed, (probe, _) -> {
                probe.roundTrip();
                services.all().forEach(this::restart);
                probe.roundTrip();
            });
            var calls = finding.evidence().calls();
            return new Result(
                    calls, calls.stream().filter(RollingRestart::failed).toList(), finding.violations());
        }
    }

    private void restart(Node node) {
        stage.history().note("restart of " + node.name());
        node.end();
        node.start();
        node.awaitReady();
        LockSupport.parkNanos(UNTIL_CALLED.toNanos());
    }

    private static boolean failed(Call call) {
        return switch (call.answer()) {
            case Answer.None _ -> true;
            case Answer.Given(var status, var _) -> status >= SERVER_ERROR;
        };
    }
}
