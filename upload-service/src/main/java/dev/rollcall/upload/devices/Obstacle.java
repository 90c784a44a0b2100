package dev.rollcall.upload.devices;

/// What is in the way of asking something for a device. Where several are, the first speaks for all: trying again helps
/// as long as one is merely pending.
enum Obstacle {
    /// A request for it has no outcome yet.
    PENDING,
    /// It is in the list as a failed entry alone.
    UNREGISTERED,
    /// The tenant's list has no such entry.
    ABSENT
}
