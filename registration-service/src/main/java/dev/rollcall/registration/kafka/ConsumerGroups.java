package dev.rollcall.registration.kafka;

/// The names of the worker's consumer groups: one per lane, so that no lane waits for another, and
/// one for the catalog. `prefix` is that of the topics.
public record ConsumerGroups(String prefix) {

    public String requests() {
        return prefix + "registration";
    }

    public String bulkRequests() {
        return prefix + "registration-bulk";
    }

    public String catalog() {
        return prefix + "registration-catalog";
    }
}
