package dev.rollcall.faults;

import static dev.rollcall.faults.nemesis.FaultKind.KILL_WORKER;
import static dev.rollcall.faults.nemesis.FaultKind.KILL_WORKER_IN_COMMIT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.faults.checker.Promise;
import dev.rollcall.faults.checker.Violation;
import dev.rollcall.faults.cluster.ClusterPlan;
import dev.rollcall.faults.nemesis.FaultKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The checker can fail: workers with bugs that no test without faults would find are found.
@Tag("faults")
class DeliberateBugsIT {
    private static final Path HOME = Path.of(System.getProperty("rollcall.home", ".."));
    private static final Duration LASTING = Duration.ofSeconds(60);

    /// Who would win is asked of PostgreSQL and told to Kafka; the claim itself comes a second later.
    private static final Branch KAFKA_FIRST = Branch.of("ownership/OwnershipRegistry.java")
            .with("    OwnershipRegistry(JdbcClient jdbc, InstantSource clock) {\n", """
                    private final javax.sql.DataSource database;

                    OwnershipRegistry(JdbcClient jdbc, InstantSource clock, javax.sql.DataSource database) {
                        this.database = database;
                    """)
            .with("        return execute(CLAIM, requests)\n", """
                            java.sql.Connection connection;
                            try {
                                connection = database.getConnection();
                                connection.setAutoCommit(false);
                            } catch (SQLException e) {
                                throw new IllegalStateException(e);
                            }
                            var ahead = new OwnershipRegistry(
                                    JdbcClient.create(new org.springframework.jdbc.datasource.SingleConnectionDataSource(
                                            connection, true)),
                                    clock,
                                    database);
                            var claimed = ahead.execute(CLAIM, requests)
                    """)
            .with("                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));\n", """
                                    .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
                            try (connection) {
                                connection.rollback();
                            } catch (SQLException e) {
                                throw new IllegalStateException(e);
                            }
                            Thread.ofPlatform().daemon().start(() -> {
                                java.util.concurrent.locks.LockSupport.parkNanos(1_000_000_000);
                                execute(CLAIM, requests).query((_, _) -> true).list();
                            });
                            return claimed;
                    """);

    private static final Branch FORGETFUL = Branch.of("policy/OwnershipHistory.java")
            .with(".filter(tenure -> tenure.request().equals(request.requestId()))", ".filter(_ -> false)");

    @TempDir
    private Path folder;

    @Test
    void aWorkerThatCommitsKafkaBeforePostgresqlIsCaught() throws IOException {
        assertThat(broken(KAFKA_FIRST, KILL_WORKER)).contains(Promise.SUCCESSES_ARE_OWNED);
    }

    @Test
    void aWorkerThatForgetsWhichRequestHasClaimedIsCaught() throws IOException {
        assertThat(broken(FORGETFUL, KILL_WORKER_IN_COMMIT)).contains(Promise.SUCCESSES_ARE_OWNED);
    }

    private List<Promise> broken(Branch branch, FaultKind kind) throws IOException {
        var plan = new FaultPlan(7, List.of(kind), LASTING, true);
        var result = Runs.run("bug", ClusterPlan.withWorkerOf(branch.compiled(HOME, folder)), plan);
        Runs.print(List.of(result));
        return result.violations().stream().map(Violation::promise).distinct().toList();
    }
}
