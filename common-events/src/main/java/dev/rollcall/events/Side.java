package dev.rollcall.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The two sides of a relationship.
public enum Side {
    @JsonProperty("partner")
    PARTNER("partner"),
    @JsonProperty("customer")
    CUSTOMER("customer");

    private final String wireName;

    Side(String wireName) {
        this.wireName = wireName;
    }

    /// The name in events, in the API and in databases.
    public String wireName() {
        return wireName;
    }
}
