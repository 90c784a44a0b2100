package dev.rollcall.faults.history;

import java.time.Instant;

/// One call of a tenant's client to one address, and its answer.
public record Call(String tenant, Act act, String address, Instant begunAt, Instant endedAt, Answer answer) {

    public boolean succeeded() {
        return answer instanceof Answer.Given given && given.isSuccess();
    }
}
