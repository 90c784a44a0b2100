package dev.rollcall.benchmarks.portal;

/// What has to be painted until something that the user did is over.
enum Awaited {
    LIST("list"),
    DEVICE("device"),
    SELECTION("selection"),
    NO_SELECTION("noSelection");

    private final String inScript;

    Awaited(String inScript) {
        this.inScript = inScript;
    }

    /// As the stopwatch calls it.
    String inScript() {
        return inScript;
    }
}
