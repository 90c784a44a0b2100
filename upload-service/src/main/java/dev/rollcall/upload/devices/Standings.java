package dev.rollcall.upload.devices;

import dev.rollcall.identity.DeviceId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What the status service says of some devices.
sealed interface Standings {

    /// Of each device that is in the list of the asking tenant.
    record Known(Map<DeviceId, Standing> standings) implements Standings {
        public Known {
            standings = Map.copyOf(standings);
        }

        /// Why the act can't be asked for the device now, if so.
        Optional<Obstacle> obstacle(DeviceAct act, DeviceId device) {
            var standing = standings.get(device);
            if (standing == null) {
                return Optional.of(Obstacle.ABSENT);
            }
            return standing.pendingRequests() > 0 ? Optional.of(Obstacle.PENDING) : act.obstacle(standing);
        }

        Standing of(DeviceId device) {
            return Objects.requireNonNull(standings.get(device));
        }
    }

    /// Nobody can say: the status service is away.
    record Unknown() implements Standings {}
}
