package dev.rollcall.upload.release;

import dev.rollcall.identity.DeviceId;
import java.util.Map;
import java.util.Optional;

/// What the status service says of some devices.
sealed interface Standings {

    /// Of each device that is in the list of the asking tenant, how many of its requests have no outcome yet.
    record Known(Map<DeviceId, Long> pendingRequests) implements Standings {
        public Known {
            pendingRequests = Map.copyOf(pendingRequests);
        }

        /// Why the device can't be released now, if so.
        Optional<RefusedRelease.Cause> obstacle(DeviceId device) {
            var pending = pendingRequests.get(device);
            if (pending == null) {
                return Optional.of(RefusedRelease.Cause.ABSENT);
            }
            return pending > 0 ? Optional.of(RefusedRelease.Cause.PENDING) : Optional.empty();
        }
    }

    /// Nobody can say: the status service is away.
    record Unknown() implements Standings {}
}
