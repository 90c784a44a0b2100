package dev.rollcall.standalone.e2e;

import static dev.rollcall.standalone.e2e.Rollcall.CONTOSO;
import static dev.rollcall.standalone.e2e.Rollcall.NORTHWIND;
import static dev.rollcall.standalone.e2e.Rollcall.TAILSPIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.standalone.cli.CommandRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A partner registers devices for a customer, by the API and by the command.
class PartnerIT {
    private static final String RELATIONSHIPS = "/v1/partner-relationships";
    private static final String POST = "/v1/customers/contoso/batches";

    @TempDir
    private Path directory = Path.of("");

    @BeforeEach
    @AfterEach
    void nothingIsBetweenThem() {
        NORTHWIND.http().get(RELATIONSHIPS).items().stream()
                .filter(item -> item.path("customer").stringValue().equals("contoso"))
                .forEach(item -> end(item.path("id").stringValue()));
    }

    @Test
    void aTupleIsEnoughForAPartnerThatTheCustomerHasAccepted() {
        var device = TestDevice.listed();
        accept(ask());

        var batch = post(device);

        CONTOSO.awaitCompleted(batch);
        assertThat(CONTOSO.outcomes(batch)).containsExactly("Registered");
        assertThat(CONTOSO.state(device.serialNumber())).isEqualTo("ReadyForUser");
    }

    @Test
    void withoutConsentNothingIsRegisteredAndTheReasonIsTold() {
        var device = TestDevice.listed();

        var never = TAILSPIN.http().post(POST, "text/csv", csv(device));
        ask();
        var pending = tryToPost(device);

        assertThat(Stream.of(never, pending)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.json().path("type").stringValue()).endsWith("/no-accepted-relationship");
        });
        assertThat(never.json().path("detail").stringValue()).startsWith("No relationship");
        assertThat(pending.json().path("detail").stringValue()).contains("has not accepted it yet");
        assertThat(CONTOSO.http().get("/v1/devices?q=" + device.serialNumber()).items())
                .isEmpty();
    }

    @Test
    void thePartnerSeesItsBatchesAndNothingElseOfItsCustomer() {
        accept(ask());
        var own = CONTOSO.register(TestDevice.script(TestDevice.listed()));
        var batch = post(TestDevice.listed());
        CONTOSO.awaitCompleted(batch);

        var seen = NORTHWIND.http().get("/v1/batches/" + batch);

        assertThat(seen.json().path("succeeded").intValue()).isEqualTo(1);
        assertThat(seen.json().path("customer").stringValue()).isEqualTo("contoso");
        assertThat(NORTHWIND.outcomes(batch)).containsExactly("Registered");
        assertThat(NORTHWIND.http().get("/v1/batches/" + own).status()).isEqualTo(404);
        assertThat(NORTHWIND.http().get("/v1/devices").status()).isEqualTo(403);
        assertThat(NORTHWIND.http().get("/v1/batches").body()).contains(batch).doesNotContain(own);
    }

    @Test
    void theCustomerSeesWhoPostedAndAnotherPartnerSeesNothing() {
        var relationship = ask();
        accept(relationship);
        var batch = post(TestDevice.listed());
        CONTOSO.awaitCompleted(batch);

        assertThat(CONTOSO.http()
                        .get("/v1/batches/" + batch)
                        .json()
                        .path("partner")
                        .stringValue())
                .isEqualTo("northwind");
        assertThat(TAILSPIN.http().get("/v1/batches/" + batch).status()).isEqualTo(404);
        assertThat(TAILSPIN.http().get("/v1/batches/" + batch + "/results").status())
                .isEqualTo(404);
        assertThat(TAILSPIN.http().get(RELATIONSHIPS + "/" + relationship).status())
                .isEqualTo(404);
        assertThat(TAILSPIN.http()
                        .post(POST, "text/csv", csv(TestDevice.listed()))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anEndCountsAtOnceAndEarlierBatchesStayReadable() {
        var relationship = ask();
        accept(relationship);
        var batch = post(TestDevice.listed());
        CONTOSO.awaitCompleted(batch);

        end(relationship);
        var refused = tryToPost(TestDevice.listed());

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("detail").stringValue()).startsWith("The relationship was ended at");
        assertThat(NORTHWIND.http().get("/v1/batches/" + batch).status()).isEqualTo(200);
        assertThat(NORTHWIND.outcomes(batch)).containsExactly("Registered");
    }

    @Test
    void theCommandTellsWhatIsMissingAndWorksOnceItIsThere() throws IOException {
        var file = Files.write(directory.resolve("devices.csv"), csv(TestDevice.listed()));

        var never = run("register", file.toString(), "--customer", "contoso");
        var asked = run("partners", "ask", "contoso");
        var id = asked.out().substring(0, 36);
        var pending = run("register", file.toString(), "--customer", "contoso");
        var accepted = run("partners", "accept", id);
        var listed = run("partners", "list");
        var registered = run("register", file.toString(), "--customer", "contoso");
        var ended = run("partners", "end", id);

        assertThat(never.status()).isEqualTo(1);
        assertThat(never.out()).contains("No accepted relationship", "./rollcall partners ask contoso");
        assertThat(asked.out()).contains("northwind for contoso: pending");
        assertThat(pending.status()).isEqualTo(1);
        assertThat(pending.out()).contains("has not accepted it yet", "./rollcall partners accept " + id);
        assertThat(accepted.out()).contains(id, "northwind for contoso: accepted");
        assertThat(listed.out()).startsWith(id);
        assertThat(registered.status()).as(registered.toString()).isZero();
        assertThat(registered.out()).contains("1 rows.", "1  Registered");
        assertThat(ended.out()).contains("northwind for contoso: ended");
    }

    private static CommandRun run(String... arguments) {
        var inDataDirectory =
                Stream.of("--data-dir", Rollcall.SERVER.directory().root().toString());
        return CommandRun.of(
                Stream.concat(Stream.of(arguments), inDataDirectory).toArray(String[]::new));
    }

    private static String ask() {
        var answer = NORTHWIND
                .http()
                .post(RELATIONSHIPS, "application/json", "{\"customer\":\"contoso\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").stringValue();
    }

    private static void accept(String relationship) {
        change(relationship + ":accept");
    }

    private static void end(String relationship) {
        change(relationship + ":end");
    }

    private static void change(String call) {
        var answer = CONTOSO.http().call("POST", RELATIONSHIPS + "/" + call, new byte[0]);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static String post(TestDevice device) {
        var answer = tryToPost(device);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.json().path("batchId").stringValue();
    }

    private static Answer tryToPost(TestDevice device) {
        return NORTHWIND
                .http()
                .post(
                        POST,
                        "text/csv",
                        csv(device),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
    }

    /// By tuple alone, as partners send it.
    private static byte[] csv(TestDevice device) {
        return TestDevice.catalog(List.of(device)).getBytes(StandardCharsets.UTF_8);
    }
}
