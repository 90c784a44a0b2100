package dev.rollcall.faults.checker;

/// What holds whatever happens to the cluster; docs/reliability.md tells how each is kept.
public enum Promise {
    EVERY_ROW_HAS_ONE_OUTCOME("every row of every 202 has exactly one outcome"),
    ROWS_END_AS_THEY_MUST("a row ends as what it is made of says, and never unexpectedly"),
    ONE_OWNER_AT_A_TIME("at no moment does a device have two owners"),
    SUCCESSES_ARE_OWNED("each success has its ownership row until a release"),
    REFUSALS_LEAVE_NOTHING("what was refused, or broke off, has left nothing"),
    RETRIES_CHANGE_NOTHING("a retry changes nothing and is answered as before"),
    RELEASES_END("each release of a 202 has exactly one outcome"),
    SIGHTINGS_ARE_KEPT("each sighting of a 202 is kept"),
    LISTS_ARE_THE_FOLD("the lists are what the topics add up to"),
    COUNTERS_ADD_UP("the counters and rows of a batch are those of its outcomes"),
    METRICS_BALANCE("what each process received is what it ended"),
    NOTHING_IS_DEAD("no record became a dead letter");

    private final String words;

    Promise(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
