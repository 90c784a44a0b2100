package dev.rollcall.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A company that posts batches for its customers' tenants.
public record PartnerId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PartnerId {
        PartyName.require("partner", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
