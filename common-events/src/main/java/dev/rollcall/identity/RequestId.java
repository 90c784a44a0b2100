package dev.rollcall.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/// One thing asked of the system: one row of a batch, or one release. What is seen twice under one id is one request.
public record RequestId(@JsonValue UUID value) {
    private static final NamedUuids NAMES = new NamedUuids("request");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RequestId {
        Objects.requireNonNull(value);
    }

    /// `row` counts the batch's records from 1.
    public static RequestId of(BatchId batch, long row) {
        return new RequestId(NAMES.of(batch.toString(), Long.toString(row)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
