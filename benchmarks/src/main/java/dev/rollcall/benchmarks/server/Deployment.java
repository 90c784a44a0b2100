package dev.rollcall.benchmarks.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A running Rollcall, in one process or in several, that ends with the measurement.
public interface Deployment extends AutoCloseable {

    /// The API on behalf of one of the clients that it was started with.
    Caller as(String clientId);

    /// Its Java processes. PostgreSQL's are its engines'.
    List<Member> members();

    /// Its Kafka and PostgreSQL.
    Engines engines();

    /// Empty where there is one of each.
    default Optional<Shares> shares() {
        return Optional.empty();
    }

    /// Ends the processes that were started, and no others.
    @Override
    void close();

    /// A process by its name in the tables, and its log of garbage collections.
    record Member(String name, long pid, Path gcLog) {}
}
