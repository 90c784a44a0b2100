package dev.rollcall.standalone.server;

/// Something that is done when the process is told to end, unless it is forgotten before.
record ProcessEnd(Thread hook) {

    static ProcessEnd closes(Runnable closing) {
        var end = new ProcessEnd(new Thread(closing, "end-of-process"));
        Runtime.getRuntime().addShutdownHook(end.hook());
        return end;
    }

    void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The process is ending already.
        }
    }
}
