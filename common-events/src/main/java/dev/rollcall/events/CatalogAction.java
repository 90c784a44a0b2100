package dev.rollcall.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What a batch of a supplier says of its devices: that they exist, or that they may no longer be registered.
public enum CatalogAction {
    @JsonProperty("list")
    LIST("list"),
    @JsonProperty("delist")
    DELIST("delist");

    private final String wireName;

    CatalogAction(String wireName) {
        this.wireName = wireName;
    }

    /// The name in events, in the API and in databases.
    public String wireName() {
        return wireName;
    }
}
