package dev.rollcall.faults.cluster;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What is started: so many upload and as many status services, and so many workers; all are told
/// `environment`. The classes of the folder `workersClasses` take the place of the workers' own.
public record ClusterPlan(int uploads, int workers, Map<String, String> environment, Optional<Path> workersClasses) {
    /// Few partitions; what is bulk begins at 21 rows; a worker's transaction is given up after 15 seconds, and
    /// an upload of which nothing is heard after 20. No upload may be larger than a third of the spool folder.
    private static final Map<String, String> SMALL = Map.of(
            "ROLLCALL_REGISTRATION_TRANSACTIONTIMEOUT", "15s",
            "ROLLCALL_UPLOAD_KEYLEASE", "20s",
            "ROLLCALL_TOPICPARTITIONS", "4",
            "ROLLCALL_BULKPARTITIONS", "8",
            "ROLLCALL_UPLOAD_SMALLBATCHROWS", "20",
            "ROLLCALL_UPLOAD_MAXBYTES", "8MB");

    public ClusterPlan {
        environment = Map.copyOf(environment);
    }

    int statuses() {
        return uploads;
    }

    /// Two of each.
    public static ClusterPlan usual() {
        return new ClusterPlan(2, 2, SMALL, Optional.empty());
    }

    /// What starts sooner: two workers, and one of the others.
    public static ClusterPlan small() {
        return new ClusterPlan(1, 2, SMALL, Optional.empty());
    }

    /// One of each.
    public static ClusterPlan single() {
        return new ClusterPlan(1, 1, SMALL, Optional.empty());
    }

    /// One of each, the worker with some classes of another branch.
    public static ClusterPlan withWorkerOf(Path classes) {
        return new ClusterPlan(1, 1, SMALL, Optional.of(classes));
    }
}
