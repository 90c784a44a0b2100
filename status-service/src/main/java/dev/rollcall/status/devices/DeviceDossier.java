package dev.rollcall.status.devices;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.TenantId;
import dev.rollcall.status.state.Labels;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// One device with its history and the checklist of its delivery. What is not in the tenant's list is not there,
/// whoever else may hold it.
@Component
final class DeviceDossier {
    private static final String DEVICE = """
            SELECT %s FROM status.devices
            WHERE tenant_id = :tenant AND device_id = :device AND standing IS NOT NULL
            """.formatted(DeviceRow.COLUMNS);

    private final JdbcClient jdbc;
    private final DeviceHistory history;
    private final DeliveryChecklist delivery;

    DeviceDossier(JdbcClient jdbc, DeviceHistory history, DeliveryChecklist delivery) {
        this.jdbc = jdbc;
        this.history = history;
        this.delivery = delivery;
    }

    /// `pendingRequests` counts the undecided requests of the tenant for the device, releases too.
    record Dossier(
            @JsonUnwrapped DeviceItem device,
            long pendingRequests,
            List<DeviceHistory.Entry> history,
            List<DeliveryChecklist.Entry> delivery) {}

    Optional<Dossier> find(TenantId tenant, DeviceId device, Instant now, Labels labels) {
        var row = new DeviceRow(now, labels);
        return jdbc.sql(DEVICE)
                .param("tenant", tenant.value())
                .param("device", device.value())
                .query((result, _) -> row.item(result))
                .optional()
                .map(item -> new Dossier(
                        item,
                        history.pending(tenant, device),
                        history.entries(tenant, device, labels),
                        delivery.entries(tenant, device)));
    }
}
