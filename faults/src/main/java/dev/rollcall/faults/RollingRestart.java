package dev.rollcall.faults;

import dev.rollcall.benchmarks.server.WorkDirectory;
import dev.rollcall.faults.checker.Violation;
import dev.rollcall.faults.cluster.Balancer;
import dev.rollcall.faults.cluster.Cluster;
import dev.rollcall.faults.cluster.Node;
import dev.rollcall.faults.history.Answer;
import dev.rollcall.faults.history.Call;
import dev.rollcall.faults.history.History;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Restarts every service of a cluster under load, one process after the other, as an upgrade does: readers before
/// writers. Clients are led to processes that are ready.
public final class RollingRestart {
    private static final Duration UNTIL_CALLED = Duration.ofSeconds(3);
    private static final int SERVER_ERROR = 500;

    private final Cluster cluster;
    private final WorkDirectory directory;
    private final History history;

    public RollingRestart(Cluster cluster, WorkDirectory directory, History history) {
        this.cluster = cluster;
        this.directory = directory;
        this.history = history;
    }

    /// `failed` are the calls without an answer, and those that were answered that the server is at fault.
    public record Result(List<Call> calls, List<Call> failed, List<Violation> violations) {
        public Result {
            calls = List.copyOf(calls);
            failed = List.copyOf(failed);
            violations = List.copyOf(violations);
        }
    }

    public Result run(long seed) {
        var services = cluster.services();
        try (var doors = Balancer.over(services.uploads());
                var desks = Balancer.over(services.statuses());
                var parties = Parties.of(cluster, history, doors::ready, desks::ready)) {
            var trial = new Trial(cluster, directory, history);
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
        history.note("restart of " + node.name());
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
