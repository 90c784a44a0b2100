package dev.rollcall.registration;

import static dev.rollcall.registration.Scenario.CONTOSO;
import static dev.rollcall.registration.Scenario.FABRIKAM;
import static dev.rollcall.registration.Scenario.columns;
import static dev.rollcall.registration.Scenario.listed;
import static dev.rollcall.registration.Scenario.newDevice;
import static dev.rollcall.registration.Scenario.registration;
import static dev.rollcall.registration.Scenario.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.events.DeviceRequest;
import dev.rollcall.events.RegistrationOutcome;
import dev.rollcall.events.RegistrationOutcome.DeviceRegistered;
import dev.rollcall.fixtures.TestPostgres;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The worker between its two commits: PostgreSQL's is done, Kafka's is not.
class RedeliveryIT {
    /// So that the second worker ends the open transaction of the first at once.
    private static final String SAME_INSTANCE = "rollcall.registration.instance=worker-0";

    private final String database = TestPostgres.newDatabase();
    private final String prefix = database.replaceAll(".*/(\\w+).*", "$1-");
    private final TestTopics topics = new TestTopics(prefix);
    private final CommitFailure failure = new CommitFailure();

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void givesTheSameOutcomesOnceWhenAPollIsRolledBackAndComesAgain() {
        try (var worker = RunningWorker.start(prefix, database, SAME_INSTANCE)) {
            failure.installIn(worker);
            var requests = aWholeLife();

            failure.failNext(3);
            worker.inOnePoll(() -> topics.request(requests));

            assertThat(topics.outcomesOf(requests)).extracting(Summary::of).containsExactly(expected());
            assertThat(failure.remaining()).isZero();
            assertThat(topics.outcomes()).hasSize(requests.length);
            assertAsInDatabase(worker);
        }
    }

    @Test
    void givesTheSameOutcomesOnceWhenTheWorkerDiesBetweenTheCommitsAndIsStartedAgain() {
        var requests = new DeviceRequest[0];
        try (var worker = RunningWorker.start(prefix, database, SAME_INSTANCE)) {
            failure.installIn(worker);
            requests = aWholeLife();
            var all = requests;

            failure.failNext(Integer.MAX_VALUE);
            worker.inOnePoll(() -> topics.request(all));
            await().untilAsserted(() -> assertThat(registeredInDatabase(worker)).isEqualTo(2));
            failure.kill();
        }
        assertThat(topics.outcomes()).isEmpty();

        try (var next = RunningWorker.start(prefix, database, SAME_INSTANCE)) {
            assertThat(topics.outcomesOf(requests)).extracting(Summary::of).containsExactly(expected());
            assertThat(topics.outcomes()).hasSize(requests.length);
            assertAsInDatabase(next);
        }
    }

    @Test
    void readsAPollAgainWhoseTransactionIsFenced() {
        try (var worker = RunningWorker.start(prefix, database, SAME_INSTANCE)) {
            failure.installIn(worker);
            var requests = aWholeLife();
            awaitCatalog();
            var fenced = new AtomicBoolean();

            failure.beforeNext(() -> {
                fence(worker.bean(Admin.class));
                fenced.set(true);
            });
            worker.inOnePoll(() -> topics.request(requests));

            assertThat(topics.outcomesOf(requests)).extracting(Summary::of).containsExactly(expected());
            assertThat(fenced).isTrue();
            assertThat(topics.outcomes()).hasSize(requests.length + 1);
            assertAsInDatabase(worker);
        }
    }

    @Test
    void doesNotReadAPollAgainWhoseCommitWasMadeButNotAnswered() {
        try (var worker = RunningWorker.start(prefix, database, SAME_INSTANCE)) {
            failure.installIn(worker);
            var requests = aWholeLife();
            awaitCatalog();

            failure.loseNextAnswer();
            worker.inOnePoll(() -> topics.request(requests));

            assertThat(topics.outcomesOf(requests)).extracting(Summary::of).containsExactly(expected());
            var next = registration(CONTOSO, newDevice());
            topics.request(next);
            topics.outcomeOf(next);
            assertThat(topics.outcomes()).hasSize(requests.length + 2);
        }
    }

    /// A row is decided only when the catalog has been read, which takes transactions too.
    private void awaitCatalog() {
        var unlisted = registration(CONTOSO, newDevice());
        topics.request(unlisted);
        topics.outcomeOf(unlisted);
    }

    /// What Kafka's coordinator does to a transaction that takes too long.
    private void fence(Admin admin) {
        var open = await().until(() -> openTransactions(admin), ids -> !ids.isEmpty());
        admin.fenceProducers(open)
                .all()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /// Of this test's workers.
    private List<String> openTransactions(Admin admin) throws ExecutionException, InterruptedException {
        var open = new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING));
        return admin.listTransactions(open).all().get().stream()
                .map(TransactionListing::transactionalId)
                .filter(id -> id.startsWith(prefix))
                .toList();
    }

    /// Registered, asked for again, given up, taken by another, given up, asked for in vain; and a
    /// row without hash.
    private DeviceRequest[] aWholeLife() {
        var device = newDevice();
        topics.tellCatalog(listed(device));
        return new DeviceRequest[] {
            registration(CONTOSO, device),
            registration(CONTOSO, device),
            release(CONTOSO, device),
            registration(FABRIKAM, device),
            release(CONTOSO, device),
            registration(CONTOSO, device),
            registration(CONTOSO, columns(newDevice()))
        };
    }

    private static String[] expected() {
        return new String[] {
            "registered 1",
            "rejected DeviceAlreadyRegistered",
            "released 1",
            "registered 2",
            "dismissed",
            "rejected DeviceClaimedByAnotherOrganization",
            "rejected HardwareHashNotValid"
        };
    }

    private void assertAsInDatabase(RunningWorker worker) {
        var times = worker.bean(JdbcClient.class)
                .sql("SELECT registered_at FROM registration.ownership ORDER BY generation")
                .query(OffsetDateTime.class)
                .list();
        assertThat(topics.outcomes())
                .filteredOn(DeviceRegistered.class::isInstance)
                .extracting(RegistrationOutcome::occurredAt)
                .isEqualTo(times.stream().map(OffsetDateTime::toInstant).toList());
    }

    private static int registeredInDatabase(RunningWorker worker) {
        return worker.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM registration.ownership")
                .query(Integer.class)
                .single();
    }
}
