package dev.rollcall.benchmarks.devices;

/// What a row of a mixed fleet is, and what has to become of it. Of 250 rows 235 are good, and 3 are of each kind that
/// fails. The fifth error, `UnexpectedError`, is nothing that a file could cause.
public enum RowKind {
    GOOD("Registered"),
    DAMAGED_HASH("HardwareHashNotValid"),
    NO_HASH("HardwareHashNotValid"),
    NOT_LISTED("DeviceNotFound"),
    ALREADY_OURS("DeviceAlreadyRegistered"),
    ANOTHERS("DeviceClaimedByAnotherOrganization");

    private static final int PERIOD = 250;
    private static final int STEP = 16;
    private static final int FAILING = 15;
    private static final RowKind[] KINDS = values();

    private final String outcome;

    RowKind(String outcome) {
        this.outcome = outcome;
    }

    /// As the API calls it.
    public String outcome() {
        return outcome;
    }

    /// Of a row, wherever in a file it is: the kinds are spread evenly.
    static RowKind of(int row) {
        var place = row % PERIOD;
        return place % STEP == 0 && place / STEP < FAILING ? KINDS[1 + place / STEP % (KINDS.length - 1)] : GOOD;
    }
}
