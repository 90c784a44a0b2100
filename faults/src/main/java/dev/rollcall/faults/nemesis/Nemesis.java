package dev.rollcall.faults.nemesis;

import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.faults.cluster.Broker;
import dev.rollcall.faults.cluster.Cluster;
import dev.rollcall.faults.cluster.Database;
import dev.rollcall.faults.cluster.Link;
import dev.rollcall.faults.cluster.Node;
import dev.rollcall.faults.cluster.Spool;
import dev.rollcall.faults.history.History;
import dev.rollcall.faults.load.Ghost;
import dev.rollcall.faults.load.Probe;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Injects faults, and finds out how long it takes until the cluster works again.
public final class Nemesis {
    private static final Duration SLOW = Duration.ofMillis(80);
    private static final Duration BETWEEN_GHOSTS = Duration.ofMillis(100);

    private final Cluster cluster;
    private final Probe probe;
    private final Ghost ghost;
    private final History history;

    public Nemesis(Cluster cluster, Probe probe, Ghost ghost, History history) {
        this.cluster = cluster;
        this.probe = probe;
        this.ghost = ghost;
        this.history = history;
    }

    /// Returns when the fault is over.
    public void inject(Fault fault) {
        history.note(fault.toString());
        act(fault);
        history.note(fault.kind() + " is over");
    }

    /// Returns when a round trip through the whole cluster is complete, and tells how long it took.
    public Duration recovery() {
        var recovery = probe.roundTrip();
        history.note("a round trip is complete after " + recovery.toMillis() + " ms");
        return recovery;
    }

    private void act(Fault fault) {
        switch (fault.kind()) {
            case NOTHING -> LockSupport.parkNanos(fault.lasting().toNanos());
            case KILL_UPLOAD -> kill(one(fault, cluster.services().uploads()), fault);
            case KILL_WORKER -> kill(one(fault, cluster.services().workers()), fault);
            case KILL_WORKER_IN_COMMIT ->
                killInCommit(one(fault, cluster.services().workers()), fault);
            case KILL_STATUS -> kill(one(fault, cluster.services().statuses()), fault);
            case KILL_BROKER -> during(fault, one(fault, cluster.brokers()), Broker::kill, Broker::startAgain);
            case KILL_DATABASE -> during(fault, cluster.database(), Database::kill, Database::startAgain);
            case FREEZE_UPLOAD -> freeze(one(fault, cluster.services().uploads()), fault);
            case FREEZE_WORKER -> freeze(one(fault, cluster.services().workers()), fault);
            case FREEZE_STATUS -> freeze(one(fault, cluster.services().statuses()), fault);
            case FREEZE_BROKER -> during(fault, one(fault, cluster.brokers()), Broker::freeze, Broker::thaw);
            case LOSE_BROKER -> during(fault, one(fault, cluster.brokers()), Broker::end, Broker::startAgain);
            case RESTART_DATABASE -> during(fault, cluster.database(), Database::end, Database::startAgain);
            case FILL_SPOOL -> fillSpool(fault);
            case VANISHING_CLIENTS -> vanish(fault);
            case CUT_DATABASE -> during(fault, databaseLink(fault), Link::cut, Link::heal);
            case STALL_DATABASE -> during(fault, databaseLink(fault), Link::stall, Link::heal);
            case DELAY_DATABASE -> during(fault, databaseLink(fault), link -> link.delay(SLOW), Link::heal);
            case CUT_BROKER -> during(fault, one(fault, cluster.brokerLinks()), Link::cut, Link::heal);
            case DELAY_BROKER -> during(fault, one(fault, cluster.brokerLinks()), link -> link.delay(SLOW), Link::heal);
        }
    }

    private static <T> T one(Fault fault, List<T> of) {
        return of.get(fault.target() % of.size());
    }

    private static void kill(Node node, Fault fault) {
        during(fault, node, Node::kill, Node::start);
    }

    /// Kafka's answers are slow meanwhile, so that most of a worker's time is between its two commits.
    private void killInCommit(Node worker, Fault fault) {
        worker.awaitReady();
        cluster.brokerLinks().forEach(link -> link.delay(SLOW));
        LockSupport.parkNanos(fault.lasting().toNanos());
        worker.kill();
        cluster.brokerLinks().forEach(Link::heal);
        worker.start();
    }

    private static void freeze(Node node, Fault fault) {
        during(fault, node, Node::freeze, Node::thaw);
    }

    private Link databaseLink(Fault fault) {
        var services = cluster.services();
        return Objects.requireNonNull(
                services.databaseLinks().get(one(fault, services.all()).name()));
    }

    /// Of all uploads: one alone would be answered for by the other.
    private void fillSpool(Fault fault) {
        var spools = cluster.services().spools();
        if (!spools.stream().allMatch(Spool::canBeFilled)) {
            throw new BenchFailure("nothing can be mounted here: leave " + fault.kind() + " out by -Dfaults.kinds");
        }
        spools.forEach(Spool::fill);
        LockSupport.parkNanos(fault.lasting().toNanos());
        spools.forEach(Spool::empty);
    }

    private void vanish(Fault fault) {
        var end = System.nanoTime() + fault.lasting().toNanos();
        while (System.nanoTime() - end < 0) {
            ghost.vanish(one(fault, cluster.services().doors()));
            LockSupport.parkNanos(BETWEEN_GHOSTS.toNanos());
        }
    }

    private static <T> void during(Fault fault, T target, Consumer<T> harm, Consumer<T> mend) {
        harm.accept(target);
        LockSupport.parkNanos(fault.lasting().toNanos());
        mend.accept(target);
    }
}
