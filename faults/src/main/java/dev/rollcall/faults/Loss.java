package dev.rollcall.faults;

import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.faults.cluster.Backup;
import dev.rollcall.faults.cluster.Broker;
import dev.rollcall.faults.cluster.Cluster;
import dev.rollcall.faults.cluster.Node;
import dev.rollcall.faults.history.History;
import dev.rollcall.faults.load.Devices;
import dev.rollcall.faults.load.Probe;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.jspecify.annotations.Nullable;

/// A backup of PostgreSQL is taken under load, the load goes on, and then everything is gone at once but Kafka's logs
/// and the backup. What follows is what the runbooks say.
final class Loss implements Trial.Deed {
    private static final Duration GOING_ON = Duration.ofSeconds(15);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final int TRIES = 90;

    private final Cluster cluster;
    private final History history;
    private final Backup.Way way;
    private final InstantSource clock = InstantSource.system();
    private @Nullable Backup backup;
    private Instant before = Instant.MIN;

    Loss(Cluster cluster, History history, Backup.Way way) {
        this.cluster = cluster;
        this.history = history;
        this.way = way;
    }

    @Override
    public void during(Probe probe, Devices devices) {
        probe.roundTrip();
        before = clock.instant().minusSeconds(60);
        backup = cluster.database().backUp(way);
        history.note("the backup is taken");
        LockSupport.parkNanos(GOING_ON.toNanos());
    }

    @Override
    public void afterwards(Probe probe) {
        cluster.database().kill();
        cluster.services().all().forEach(Node::kill);
        cluster.brokers().forEach(Broker::kill);
        history.note("all is lost but Kafka's logs and the backup");
        cluster.brokers().forEach(Broker::startAgain);
        cluster.database().startFrom(Objects.requireNonNull(backup));
        restoreRegistration();
        emptyProjection();
        cluster.services().all().forEach(Node::start);
        cluster.services().all().forEach(Node::awaitReady);
        history.note("everything runs again; a round trip took " + probe.roundTrip());
    }

    /// "Restore the registration database": one worker reads what was decided since the backup, and ends.
    private void restoreRegistration() {
        var worker = cluster.services().workers().getFirst();
        worker.start(Map.of("ROLLCALL_REGISTRATION_RESTORESINCE", before.toString()));
        worker.awaitReady();
        worker.end();
    }

    /// "Rebuild the projection".
    private void emptyProjection() {
        try (var connection = cluster.engines().connect("status");
                var statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS status CASCADE");
        } catch (SQLException e) {
            throw new BenchFailure("the projection can't be emptied: " + e.getMessage(), e);
        }
        deleteGroupsOf("status-");
    }

    /// Those who were killed are members for some seconds yet.
    private void deleteGroupsOf(String prefix) {
        try (var admin = Admin.create(cluster.engines().kafka())) {
            for (var tries = 0; tries < TRIES; tries++) {
                if (areDeleted(admin, prefix)) {
                    return;
                }
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
            throw new BenchFailure("the groups " + prefix + " are not deleted");
        }
    }

    private static boolean areDeleted(Admin admin, String prefix) {
        try {
            admin.deleteConsumerGroups(groups(admin, prefix)).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupNotEmptyException) {
                return false;
            }
            throw new BenchFailure("groups can't be deleted: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        }
    }

    private static List<String> groups(Admin admin, String prefix) throws ExecutionException, InterruptedException {
        return admin.listGroups().all().get().stream()
                .map(GroupListing::groupId)
                .filter(group -> group.startsWith(prefix))
                .toList();
    }
}
