package dev.rollcall.faults.history;

import java.util.Set;

/// A row of an upload: the device with this number, and what is wrong with it.
public record Row(int device, Kind kind) {

    /// What a row is made of decides how it may end.
    public enum Kind {
        /// Listed, with its true hash.
        GOOD,
        /// No supplier lists it.
        UNLISTED,
        /// One character of its hash is another.
        DAMAGED;

        /// By the API's names.
        public Set<String> ends() {
            return switch (this) {
                case GOOD -> Set.of("Registered", "DeviceAlreadyRegistered", "DeviceClaimedByAnotherOrganization");
                case UNLISTED -> Set.of("DeviceNotFound");
                case DAMAGED -> Set.of("HardwareHashNotValid");
            };
        }
    }
}
