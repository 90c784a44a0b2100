package dev.rollcall.status;

import static dev.rollcall.events.RegistrationError.DEVICE_NOT_FOUND;
import static dev.rollcall.status.fixtures.Happenings.registered;
import static dev.rollcall.status.fixtures.Happenings.rejected;
import static dev.rollcall.status.fixtures.RunningService.START;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.rollcall.identity.DeviceColumns;
import dev.rollcall.status.fixtures.Api;
import dev.rollcall.status.fixtures.Happenings.Upload;
import dev.rollcall.status.fixtures.RunningService;
import dev.rollcall.status.fixtures.SharedService;
import dev.rollcall.status.fixtures.Tokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The list as a file.
class DeviceExportIT {
    private static final RunningService SERVICE = SharedService.get();

    private final String tenant = "export-" + UUID.randomUUID();
    private final String token = Tokens.tenant(tenant, "devices:read");
    private final Api api = SERVICE.api(token);

    @BeforeEach
    void oneIsRegisteredAndOneFailed() {
        var upload = Upload.of(tenant, "two", START);
        var good = upload.row(1, columns("00042", "VMware, Inc.", "=cmd()"));
        var bad = upload.row(2, columns("00043", "Contoso \"Ltd\"", null));
        SERVICE.publish(SERVICE.topics().registrationRequests(), good, bad);
        SERVICE.publish(
                SERVICE.topics().registrationOutcomes(),
                registered(good, 1, START),
                rejected(bad, DEVICE_NOT_FOUND, START));
        await().untilAsserted(() -> assertThat(api.get("/v1/devices?state=ReadyForUser&state=RegistrationFailed")
                        .get("total")
                        .asInt())
                .isEqualTo(2));
    }

    @Test
    void exportsWhatCanBeChangedAndPostedAgain() {
        var lines = lines(api.csv("/v1/devices"));

        assertThat(lines.getFirst().getHeader())
                .startsWith(
                        "Manufacturer name",
                        "Device model",
                        "Device Serial Number",
                        "Windows Product ID",
                        "Group Tag",
                        "Assigned User");
        assertThat(lines.getFirst().getFields())
                .startsWith("VMware, Inc.", "Model 5", "00042", "PK-1", "'=cmd()", "ada@example.com", "Ready for user");
        assertThat(lines.getLast().getFields())
                .startsWith("Contoso \"Ltd\"", "Model 5", "00043", "PK-1", "", "ada@example.com", "Registration failed")
                .contains("Device not found");
    }

    @Test
    void isAFileThatSpreadsheetsReadInTheCallersLanguage() {
        var answer = api.answer("GET", "/v1/devices", "Accept", "text/csv", "Accept-Language", "nl");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"devices.csv\"");
        assertThat(answer.body()).startsWith("\uFEFF").contains("\r\n", "Klaar voor gebruiker");
    }

    @Test
    void answersJsonWhereBothFormsWillDo() {
        assertThat(api.answer("GET", "/v1/devices", "Accept", "*/*").body()).startsWith("{");
        assertThat(api.answer("GET", "/v1/devices", "Accept", "text/csv;q=0.5, application/json")
                        .body())
                .startsWith("{");
    }

    @Test
    void refusesAnUnknownColumnInEitherForm() {
        var answer = api.answer("GET", "/v1/devices?sort=nonsense", "Accept", "text/csv");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void refusesASecondExportOfATenantWhileThereIsOne() throws SQLException {
        var other = SERVICE.api(Tokens.tenant("export-" + UUID.randomUUID(), "devices:read"));
        try (var connection = SERVICE.bean(DataSource.class).getConnection()) {
            lockDevices(connection);
            var first = CompletableFuture.supplyAsync(() -> api.csv("/v1/devices"));
            await().untilAsserted(() -> assertThat(waitingForDevices()).isPositive());

            var second = api.answer("GET", "/v1/devices", "Accept", "text/csv");

            assertThat(second.statusCode()).isEqualTo(429);
            assertThat(second.body()).contains("https://rollcall.dev/problems/too-many-exports");
            assertThat(second.headers().firstValue("Retry-After")).isPresent();
            connection.rollback();
            assertThat(lines(first.join())).hasSize(2);
        }
        assertThat(lines(api.csv("/v1/devices"))).hasSize(2);
        assertThat(other.answer("GET", "/v1/devices", "Accept", "text/csv").statusCode())
                .isEqualTo(200);
    }

    @Test
    void letsAnotherBeginWhenACallerHasHungUp() throws SQLException, IOException {
        try (var connection = SERVICE.bean(DataSource.class).getConnection()) {
            lockDevices(connection);
            try (var caller =
                    new Socket(InetAddress.getLoopbackAddress(), api.origin().getPort())) {
                caller.getOutputStream().write("""
                        GET /v1/devices HTTP/1.1\r
                        Host: localhost\r
                        Accept: text/csv\r
                        Authorization: Bearer %s\r
                        \r
                        """.formatted(token).getBytes(US_ASCII));
                await().untilAsserted(() -> assertThat(waitingForDevices()).isPositive());
            }
            connection.rollback();
        }

        await().untilAsserted(() -> assertThat(
                        api.answer("GET", "/v1/devices", "Accept", "text/csv").statusCode())
                .isEqualTo(200));
    }

    private static void lockDevices(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("LOCK TABLE status.devices IN ACCESS EXCLUSIVE MODE");
        }
    }

    private static int waitingForDevices() throws SQLException {
        try (var connection = SERVICE.bean(DataSource.class).getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery("SELECT count(*) FROM pg_locks WHERE NOT granted")) {
            answer.next();
            return answer.getInt(1);
        }
    }

    private static List<NamedCsvRecord> lines(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv.substring(1)).stream().toList();
    }

    private static DeviceColumns columns(String serialNumber, String manufacturer, @Nullable String groupTag) {
        return new DeviceColumns(serialNumber, manufacturer, "Model 5", "PK-1", "T0F", groupTag, "ada@example.com");
    }
}
