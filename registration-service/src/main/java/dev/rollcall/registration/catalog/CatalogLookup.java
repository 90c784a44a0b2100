package dev.rollcall.registration.catalog;

import dev.rollcall.identity.DeviceId;
import dev.rollcall.registration.kafka.ReadingProgress;
import dev.rollcall.registration.policy.CatalogMatch;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/// What the catalog says of devices at a given time or later. A device counts as not listed only
/// when everything that was published before that time has been read.
@Component
public class CatalogLookup {
    private final DeviceCatalog catalog;
    private final ReadingProgress progress;

    CatalogLookup(DeviceCatalog catalog, @Qualifier("registrationCatalogProgress") ReadingProgress progress) {
        this.catalog = catalog;
        this.progress = progress;
    }

    /// Devices that no supplier ever listed are absent.
    public Map<DeviceId, CatalogMatch> matches(Set<DeviceId> devices, Instant asOf) {
        if (devices.isEmpty()) {
            return Map.of();
        }
        var readBefore = progress.known();
        var matches = new HashMap<>(catalog.matches(devices));
        var missed = devices.stream()
                .filter(device -> matches.get(device) != CatalogMatch.LISTED)
                .collect(Collectors.toSet());
        if (!missed.isEmpty() && asOf.isAfter(readBefore)) {
            progress.await(asOf);
            matches.putAll(catalog.matches(missed));
        }
        return matches;
    }
}
