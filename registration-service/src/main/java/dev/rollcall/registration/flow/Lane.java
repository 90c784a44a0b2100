package dev.rollcall.registration.flow;

/// The two ways by which requests come, apart so that a small batch never waits behind a big one.
/// Each has a topic of outcomes of its own, for the same reason.
enum Lane {
    /// Small batches, and all releases.
    SMALL,
    /// Big batches.
    BULK
}
