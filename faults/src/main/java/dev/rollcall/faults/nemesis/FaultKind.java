package dev.rollcall.faults.nemesis;

/// What is done to the cluster.
public enum FaultKind {
    /// What the others are compared with.
    NOTHING("nothing"),
    KILL_UPLOAD("kill -9 of an upload service"),
    KILL_WORKER("kill -9 of a registration worker"),
    KILL_WORKER_IN_COMMIT("kill -9 of a worker while it commits"),
    KILL_STATUS("kill -9 of a status service"),
    KILL_BROKER("kill -9 of a broker"),
    KILL_DATABASE("kill -9 of PostgreSQL"),
    FREEZE_UPLOAD("an upload service stands still"),
    FREEZE_WORKER("a worker stands still"),
    FREEZE_STATUS("a status service stands still"),
    FREEZE_BROKER("a broker stands still"),
    LOSE_BROKER("a broker is taken away and comes back"),
    RESTART_DATABASE("PostgreSQL restarts during commits"),
    FILL_SPOOL("no room for bodies"),
    VANISHING_CLIENTS("clients vanish in mid-upload"),
    CUT_DATABASE("a service's connections to its database break"),
    STALL_DATABASE("nothing arrives between a service and its database"),
    DELAY_DATABASE("a slow way between a service and its database"),
    CUT_BROKER("the services' connections to a broker break"),
    DELAY_BROKER("a slow way between the services and a broker");

    private final String words;

    FaultKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
