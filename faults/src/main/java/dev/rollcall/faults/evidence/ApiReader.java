package dev.rollcall.faults.evidence;

import dev.rollcall.faults.checker.Evidence.BatchView;
import dev.rollcall.identity.BatchId;
import dev.rollcall.standalone.client.BatchProgress;
import dev.rollcall.standalone.client.DeviceEntry;
import dev.rollcall.standalone.client.RollcallApi;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/// Reads what the status service tells each tenant, as one of its clients.
final class ApiReader {
    private static final int AT_ONCE = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Map<String, RollcallApi> apis;

    ApiReader(Map<String, RollcallApi> apis) {
        this.apis = Map.copyOf(apis);
    }

    /// By tenant, the state of each device in its list.
    Map<String, Map<String, String>> lists() {
        return apis.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        tenant -> tenant.getValue().devices().stream()
                                .collect(Collectors.toMap(DeviceEntry::deviceId, DeviceEntry::state))));
    }

    /// Of these batches, by the tenant that posted them. Waits for those that are not complete, for a time.
    Map<BatchId, BatchView> batches(Map<String, List<BatchId>> byTenant) {
        var views = new ConcurrentHashMap<BatchId, BatchView>();
        var end = System.nanoTime() + PATIENCE.toNanos();
        try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
            byTenant.forEach((tenant, batches) -> batches.forEach(batch ->
                    pool.execute(() -> view(Objects.requireNonNull(apis.get(tenant)), batch, end)
                            .ifPresent(view -> views.put(batch, view)))));
        }
        return views;
    }

    private static Optional<BatchView> view(RollcallApi api, BatchId batch, long end) {
        var progress = api.progress(batch.toString());
        while (progress.filter(BatchProgress::completed).isEmpty() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            progress = api.progress(batch.toString());
        }
        return progress.map(told -> new BatchView(told, api.results(batch.toString())));
    }
}
