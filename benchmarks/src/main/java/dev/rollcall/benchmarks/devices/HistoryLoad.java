package dev.rollcall.benchmarks.devices;

import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.Engines;
import java.io.PrintWriter;
import java.sql.SQLException;

/// Puts behind devices that were loaded what the projection would have of how they came: the request of each, its batch
/// and how far that is. So a device has a history, and the list of batches is as long as it would be.
public final class HistoryLoad {
    private static final String ANY = "SELECT FROM status.requests LIMIT 1";
    private static final String TIDY =
            "VACUUM (ANALYZE) status.requests, status.failures, status.batches, status.batch_counts,"
                    + " status.outcome_counts";

    private final Engines engines;
    private final PrintWriter out;

    public HistoryLoad(Engines engines, PrintWriter out) {
        this.engines = engines;
        this.out = out;
    }

    /// Loads it unless there is any.
    public void ensure() {
        try (var connection = engines.connect("postgres");
                var statement = connection.createStatement();
                var any = statement.executeQuery(ANY)) {
            if (!any.next()) {
                out.println("loading their requests and batches …");
                statement.execute(Sql.of("history.sql"));
                statement.execute(TIDY);
                statement.execute("CHECKPOINT");
            }
        } catch (SQLException e) {
            throw new BenchFailure("the requests can't be loaded: " + e.getMessage(), e);
        }
    }
}
