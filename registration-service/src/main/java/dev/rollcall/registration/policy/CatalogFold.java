package dev.rollcall.registration.policy;

import static java.util.stream.Collectors.toMap;

import dev.rollcall.events.CatalogChange;
import dev.rollcall.identity.DeviceId;
import java.util.HashMap;
import java.util.Map;

/// Takes the words of one poll, in their order, over the entries that the catalog had. First come,
/// first served: who lists a device that nobody lists has it.
public final class CatalogFold {
    private final Map<DeviceId, CatalogEntry> known;
    private final Map<DeviceId, CatalogEntry> current = new HashMap<>();

    /// `known` holds the entries there are of all devices of the poll.
    public CatalogFold(Map<DeviceId, CatalogEntry> known) {
        this.known = known;
    }

    public CatalogVerdict decide(CatalogChange word) {
        var entry =
                current.computeIfAbsent(word.deviceId(), device -> known(device).beginningWith(word));
        current.put(word.deviceId(), entry.after(word));
        return entry.listing().on(word);
    }

    /// The entries that are not any more as the catalog has them.
    public Map<DeviceId, CatalogEntry> changed() {
        return current.entrySet().stream()
                .filter(entry -> !entry.getValue().saysTheSameAs(known(entry.getKey())))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private CatalogEntry known(DeviceId device) {
        return known.getOrDefault(device, CatalogEntry.NONE);
    }
}
