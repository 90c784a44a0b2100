package dev.rollcall.benchmarks.services;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rollcall.benchmarks.devices.Fleet;
import dev.rollcall.benchmarks.server.BenchClient;
import dev.rollcall.benchmarks.server.Engines;
import dev.rollcall.benchmarks.server.PostgresTools;
import dev.rollcall.benchmarks.server.WorkDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every runbook of `docs/operations.md`, by its own commands, on the three jars. Whatever is done to them, they answer
/// afterwards as before.
class RunbooksIT {
    private static final Path HOME = Path.of(System.getProperty("rollcall.home", ".."));
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final BenchClient OEM = BenchClient.ofSupplier("oem");
    private static final BenchClient CONTOSO = BenchClient.ofTenant("contoso");
    private static final BenchClient FABRIKAM = BenchClient.ofTenant("fabrikam");
    private static final String ALL_DEVICES = "/v1/devices?limit=1000&sort=serialNumber";

    /// Fewer partitions than there would be are made sooner, and a JVM that compiles less starts sooner.
    private static final Map<String, String> SOON = Map.of(
            "ROLLCALL_TOPICPARTITIONS",
            "2",
            "ROLLCALL_BULKPARTITIONS",
            "4",
            "JAVA_TOOL_OPTIONS",
            "-XX:TieredStopAtLevel=1");

    private static final WorkDirectory WORK = WorkDirectory.create();
    private static final BenchServices SERVICES = BenchServices.start(
            HOME,
            WORK,
            new ServicesPlan("256m", 1, 1, SOON),
            List.of(OEM, CONTOSO, FABRIKAM),
            new PrintWriter(new StringWriter()));
    private static final OperatorsDesk DESK = OperatorsDesk.beside(HOME, WORK, SERVICES.engines());
    private static final Fleet FLEET = Fleet.of("RUNBOOK", 100);
    private static final AtomicInteger TAKEN = new AtomicInteger();

    private final Call contoso = new Call(SERVICES.as("contoso"));
    private final Call fabrikam = new Call(SERVICES.as("fabrikam"));

    @BeforeAll
    static void listTheFleet() throws IOException {
        var catalog = WORK.file("catalog.csv");
        FLEET.writeCatalog(catalog);
        new Call(SERVICES.as("oem")).post("/v1/device-catalog", "text/csv", Files.readAllBytes(catalog));
    }

    @AfterAll
    static void end() {
        SERVICES.close();
        WORK.close();
    }

    @Test
    void theProjectionIsRebuiltAndKnowsWhatItKnewAndWhatHasComeSince() throws IOException {
        var runbook = DESK.runbook("Rebuild the projection");
        var before = post(contoso, devices(2));
        awaitRows(contoso, before, "succeeded", 2);
        var answer = contoso.get("/v1/batches/" + before);
        SERVICES.stop("status");
        var meanwhile = post(contoso, devices(1));

        runbook.run(1);
        SERVICES.startAgain("status", Map.of());

        awaitRows(contoso, meanwhile, "succeeded", 1);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(runbook.run(2)).contains("lag 0\n", "registered|"));
        assertThat(contoso.get("/v1/batches/" + before)).isEqualTo(answer);
    }

    @Test
    void aProjectionBesideTheFirstKnowsTheSameAndGetsAnotherPasswordAndAnOlderRelease() throws Exception {
        awaitRows(contoso, post(contoso, devices(1)), "succeeded", 1);
        var engines = SERVICES.engines();
        execute("CREATE ROLE projection LOGIN PASSWORD 'first'", "CREATE DATABASE status_2 OWNER projection");
        var itsOwn = Map.of(
                "ROLLCALL_STATUS_GROUPSUFFIX", "-2",
                "ROLLCALL_DATABASE_URL", engines.jdbcUrl("status_2"),
                "ROLLCALL_DATABASE_USER", "projection",
                "ROLLCALL_DATABASE_PASSWORD", "first");

        var beside = new Call(SERVICES.startBeside("status", "status-2", itsOwn), contoso.token());

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(beside.get(ALL_DEVICES)).isEqualTo(contoso.get(ALL_DEVICES)));
        var rebuilding = DESK.runbook("Rebuild the projection");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(rebuilding.run(3)).isEqualTo("lag 0\n"));

        var rotation = DESK.runbook("Rotate keys and passwords")
                .with("OWNER", "projection")
                .with("NEW_LOGIN", "projection-2")
                .with("NEW_PASSWORD", "it's new");
        rotation.run(1);
        SERVICES.stop("status-2");
        tellOfALaterRelease(engines);
        SERVICES.startAgain(
                "status-2", Map.of("ROLLCALL_DATABASE_USER", "projection-2", "ROLLCALL_DATABASE_PASSWORD", "it's new"));
        assertThat(rotation.run(2)).contains("connected by it|0");

        assertThat(beside.get(ALL_DEVICES)).isEqualTo(contoso.get(ALL_DEVICES));
        assertThatThrownBy(() -> DriverManager.getConnection(engines.jdbcUrl("status_2"), "projection", "first"))
                .hasMessageContaining("not permitted to log in");
    }

    @Test
    void everyServiceTellsItsReleaseAndTheVersionOfItsTables() throws IOException {
        var runbook = DESK.runbook("Upgrade");

        assertThat(runbook.run(1)).matches("\\d+\n");
        SERVICES.managementAddresses()
                .forEach((name, management) -> assertThat(runbook.with("MANAGEMENT", management.toString())
                                .run(2))
                        .as(name)
                        .contains("\"version\"", "\"UP\""));
    }

    @Test
    void deadLettersAreLookedAtPutBackAndDismissed() throws IOException {
        var topic = "registration-requests";
        var runbook = DESK.runbook("Put dead letters back").with("TOPIC", topic);
        publishPoison(topic);
        var listed = await().atMost(PATIENCE).until(() -> runbook.run(1), list -> list.contains("2 letters"));
        var first = runbook.with("OFFSET", listed.split(" ", 3)[1]);

        assertThat(first.run(2)).contains("kafka_dlt-original-topic: " + topic).doesNotContain("poison");
        assertThat(first.run(3)).contains("1 letter is back");

        // It is as unreadable as before.
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(runbook.run(1)).contains("1 letter\n"));
        runbook.with("OFFSET", "1000").run(4);
        assertThat(runbook.run(1)).isEqualTo("No dead letters.\n");
    }

    @Test
    void theRegistrationDatabaseIsRestoredFromKafkaAlone() throws IOException {
        var runbook = DESK.runbook("Restore the registration database");
        var held = devices(1);
        awaitRows(contoso, post(contoso, held), "succeeded", 1);
        var owned = owned(runbook);
        SERVICES.stop("registration");
        var tooLate = post(fabrikam, held);
        var fresh = post(fabrikam, devices(1));

        runbook.run(1);
        SERVICES.startAgain("registration", Map.of("ROLLCALL_REGISTRATION_RESTORESINCE", "1970-01-01T00:00:00Z"));

        awaitRows(fabrikam, tooLate, "failed", 1);
        awaitRows(fabrikam, fresh, "succeeded", 1);
        assertThat(owned(runbook)).isEqualTo(owned + 1);
        assertThat(runbook.run(2)).contains("wrong|0");
    }

    @Test
    void whatIsBackedUpComesBack() throws IOException {
        assumeTrue(new PostgresTools(SERVICES.engines()).suit(), "pg_dump is missing, or older than the server");
        var backup = DESK.runbook("Back up");
        var restoring = DESK.runbook("Restore the registration database");
        awaitRows(contoso, post(contoso, devices(1)), "succeeded", 1);
        var since = Instant.now();

        backup.run(1);
        assertThat(DESK.directory().resolve("backup/upload.dump")).isNotEmptyFile();
        var backedUp = owned(restoring);
        awaitRows(contoso, post(contoso, devices(2)), "succeeded", 2);
        SERVICES.stop("registration");
        backup.run(2);
        assertThat(owned(restoring)).isEqualTo(backedUp);
        SERVICES.startAgain("registration", Map.of("ROLLCALL_REGISTRATION_RESTORESINCE", since.toString()));

        awaitRows(contoso, post(contoso, devices(1)), "succeeded", 1);
        assertThat(owned(restoring)).isEqualTo(backedUp + 3);
        assertThat(restoring.run(2)).contains("wrong|0");
    }

    @Test
    void topicsGetMorePartitionsOnceEverythingIsRead() throws IOException {
        var runbook = DESK.runbook("Add partitions").with("PARTITIONS", "6");
        SERVICES.stop("upload");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(runbook.run(1)).isEqualTo("lag 0\n"));

        runbook.run(2);
        SERVICES.startAgain("upload", Map.of("ROLLCALL_UPLOAD_SMALLBATCHROWS", "1"));

        awaitRows(contoso, post(contoso, devices(8)), "succeeded", 8);
        assertThat(runbook.run(3)).contains("PartitionCount: 6", "registration-requests-bulk 5 ");
    }

    /// Some that nobody has.
    private static Fleet devices(int count) {
        return FLEET.part(TAKEN.getAndAdd(count), count);
    }

    private static String post(Call tenant, Fleet devices) {
        try {
            var upload = WORK.file("upload.csv");
            devices.writeUpload(upload);
            return tenant.post("/v1/batches", "text/csv", Files.readAllBytes(upload))
                    .json()
                    .get("batchId")
                    .asString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitRows(Call tenant, String batch, String what, int rows) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(
                                tenant.get("/v1/batches/" + batch).path(what).asInt())
                        .isEqualTo(rows));
    }

    private static int owned(Runbook restoring) {
        var printed = restoring.run(2);
        return Integer.parseInt(printed.substring("owned|".length(), printed.indexOf('\n')));
    }

    private static void publishPoison(String topic) {
        try (var producer =
                new KafkaProducer<>(SERVICES.engines().kafka(), new StringSerializer(), new ByteArraySerializer())) {
            var _ = producer.send(new ProducerRecord<>(topic, "poison", "poison".getBytes(UTF_8)));
        }
    }

    private static void execute(String... statements) throws SQLException {
        try (var connection = SERVICES.engines().connect("postgres");
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /// As a later release would leave the tables: with a migration that this one does not know.
    private static void tellOfALaterRelease(Engines engines) throws SQLException {
        try (var connection = engines.connect("status_2");
                var statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO status.flyway_schema_history
                    SELECT max(installed_rank) + 1, '999', 'of a later release', 'SQL', 'V999__later.sql', 1, 'projection',
                        now(), 1, true FROM status.flyway_schema_history
                    """);
        }
    }
}
