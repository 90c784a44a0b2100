package dev.rollcall.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// An organisation that owns devices. Its value comes from a verified token, never from a request's own words.
public record TenantId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TenantId {
        PartyName.require("tenant", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
