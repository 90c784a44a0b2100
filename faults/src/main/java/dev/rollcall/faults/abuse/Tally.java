package dev.rollcall.faults.abuse;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Counts what attackers get, while many of them are at it. That the server is at fault is never a good answer.
final class Tally {
    private static final int SERVER_ERROR = 500;

    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private final List<String> breaches = new CopyOnWriteArrayList<>();

    void answered(int status, String what) {
        met(Integer.toString(status));
        if (status >= SERVER_ERROR) {
            breached(what + " is answered " + status);
        }
    }

    void met(String answer) {
        answers.merge(answer, 1, Integer::sum);
    }

    void breached(String how) {
        breaches.add(how);
    }

    Impact impact() {
        return new Impact(answers, breaches);
    }
}
