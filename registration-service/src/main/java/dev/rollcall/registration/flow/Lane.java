package dev.rollcall.registration.flow;

/// The two ways by which requests come, apart so that a small batch never waits behind a big one.
/// Each has a topic of outcomes of its own, for the same reason.
enum Lane {
    /// Small batches, and all releases.
    SMALL(RegistrationListener.SMALL),
    /// Big batches.
    BULK(RegistrationListener.BULK);

    private final String reader;

    Lane(String reader) {
        this.reader = reader;
    }

    /// The name of its listener.
    String reader() {
        return reader;
    }
}
