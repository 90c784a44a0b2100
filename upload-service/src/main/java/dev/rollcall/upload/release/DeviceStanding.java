package dev.rollcall.upload.release;

/// What the status service says of a device in the list of the asking tenant.
enum DeviceStanding {
    /// The tenant's list has no such entry.
    ABSENT,
    /// A registration that was asked for has no outcome yet.
    PENDING,
    /// Nothing is under way.
    SETTLED,
    /// Nobody can say: the status service is away.
    UNKNOWN
}
