package dev.rollcall.upload.devices;

import java.util.List;

/// How a call that asks something for devices ended.
sealed interface DeviceOutcome {

    /// The events of the accepted ones are on their topic; nothing was published for the others.
    record Decided(List<AcceptedDevice> accepted, List<RefusedDevice> refused) implements DeviceOutcome {

        /// What speaks for all where nothing was accepted.
        Obstacle refusal() {
            return refused.stream()
                    .map(RefusedDevice::obstacle)
                    .min(Obstacle::compareTo)
                    .orElse(Obstacle.ABSENT);
        }
    }

    /// Something that is needed is away; the same call may be made again.
    record Unavailable() implements DeviceOutcome {}
}
