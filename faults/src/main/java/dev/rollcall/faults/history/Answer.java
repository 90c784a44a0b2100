package dev.rollcall.faults.history;

/// What came of a call.
public sealed interface Answer {

    record Given(int status, String body) implements Answer {
        public boolean isSuccess() {
            return status / 100 == 2;
        }
    }

    /// The connection broke, or the client was tired of waiting: whether the call had an effect is not known.
    record None(String why) implements Answer {}
}
