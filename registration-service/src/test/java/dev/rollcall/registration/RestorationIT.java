package dev.rollcall.registration;

import static dev.rollcall.events.RegistrationError.DEVICE_CLAIMED_BY_ANOTHER_ORGANIZATION;
import static dev.rollcall.registration.Scenario.CONTOSO;
import static dev.rollcall.registration.Scenario.FABRIKAM;
import static dev.rollcall.registration.Scenario.delisted;
import static dev.rollcall.registration.Scenario.listed;
import static dev.rollcall.registration.Scenario.newDevice;
import static dev.rollcall.registration.Scenario.registration;
import static dev.rollcall.registration.Scenario.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.rollcall.events.RegistrationOutcome.DeviceRegistered;
import dev.rollcall.events.RegistrationOutcome.RegistrationRejected;
import dev.rollcall.fixtures.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The database is lost, Kafka is not.
class RestorationIT {
    private static final String FROM_THE_START = "rollcall.registration.restore-since=1970-01-01T00:00:00Z";

    private final String database = TestPostgres.newDatabase();
    private final String prefix = database.replaceAll(".*/(\\w+).*", "$1-");
    private final TestTopics topics = new TestTopics(prefix);

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void bringsOwnershipsAndCatalogBackAndDecidesWhatHasComeSince() {
        var held = newDevice();
        var passedOn = newDevice();
        var gone = newDevice();
        var batch = new SupplierBatch("oem");
        List<String> ownerships;
        List<String> entries;
        try (var worker = RunningWorker.start(prefix, database)) {
            topics.tellCatalog(
                    listed(held), listed(passedOn), listed(gone), delisted(gone), batch.listing(newDevice()));
            topics.requestInBulk(registration(CONTOSO, held), registration(CONTOSO, passedOn));
            await().until(() -> topics.outcomes().size() == 2);
            topics.request(release(CONTOSO, passedOn), registration(FABRIKAM, passedOn), registration(CONTOSO, gone));
            await().until(() ->
                    topics.outcomes().size() == 5 && topics.catalogOutcomes().size() == 1);
            ownerships = ownerships(worker);
            entries = entries(worker);
            worker.bean(JdbcClient.class)
                    .sql("DROP SCHEMA registration CASCADE")
                    .update();
        }
        var tooLate = registration(FABRIKAM, held);
        var fresh = newDevice();
        var first = registration(FABRIKAM, fresh);
        topics.tellCatalog(listed(fresh));
        topics.request(tooLate, first);

        try (var worker = RunningWorker.start(prefix, database, FROM_THE_START)) {
            assertThat(topics.outcomeOf(tooLate))
                    .isInstanceOfSatisfying(
                            RegistrationRejected.class,
                            rejected -> assertThat(rejected.error()).isEqualTo(DEVICE_CLAIMED_BY_ANOTHER_ORGANIZATION));
            assertThat(topics.outcomeOf(first)).isInstanceOf(DeviceRegistered.class);
            assertThat(ownerships(worker)).hasSize(4).containsAll(ownerships);
            assertThat(entries(worker)).hasSize(5).containsAll(entries);
            assertThat(topics.outcomes()).hasSize(7);
            assertThat(topics.catalogOutcomes()).hasSize(1);
        }
    }

    @Test
    void leavesWhatABackupHoldsOfTheTimeBefore() {
        var device = newDevice();
        try (var worker = RunningWorker.start(prefix, database)) {
            topics.tellCatalog(listed(device));
            topics.request(registration(CONTOSO, device));
            await().until(() -> topics.outcomes().size() == 1);
            assertThat(ownerships(worker)).hasSize(1);
        }

        try (var worker =
                RunningWorker.start(prefix, database, "rollcall.registration.restore-since=2200-01-01T00:00:00Z")) {
            assertThat(ownerships(worker)).hasSize(1);
            assertThat(entries(worker)).hasSize(1);
        }
    }

    @Test
    void doesNotBeginWhileAWorkerIsAtWork() {
        try (var worker = RunningWorker.start(prefix, database)) {
            worker.awaitPartitions("registration", 3);

            assertThatThrownBy(() -> RunningWorker.start(prefix, database, FROM_THE_START))
                    .hasMessageContaining("stop every worker first");
        }
    }

    private static List<String> ownerships(RunningWorker worker) {
        return rows(worker, "SELECT held::text FROM registration.ownership held");
    }

    private static List<String> entries(RunningWorker worker) {
        return rows(
                worker,
                "SELECT concat_ws(' ', device_id, supplier, listed, changed_at) FROM registration.device_catalog");
    }

    private static List<String> rows(RunningWorker worker, String sql) {
        return worker.bean(JdbcClient.class)
                .sql(sql)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
