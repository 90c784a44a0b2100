package dev.rollcall.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A company (an OEM, say) that publishes which devices exist.
public record SupplierId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SupplierId {
        PartyName.require("supplier", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
