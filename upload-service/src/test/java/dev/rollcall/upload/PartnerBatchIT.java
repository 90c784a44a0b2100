package dev.rollcall.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.events.BatchAccepted;
import dev.rollcall.identity.BatchId;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.DeviceTuple;
import dev.rollcall.identity.PartnerId;
import dev.rollcall.identity.RequestId;
import dev.rollcall.identity.TenantId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A partner registers devices for a customer: while the customer has accepted it, and at no other time.
class PartnerBatchIT {
    private static final String RELATIONSHIPS = "/v1/partner-relationships";
    private static final String FILE = "Manufacturer,Model,Serial Number\nContoso,Book,B-1\n";
    private static final DeviceTuple DEVICE = new DeviceTuple("Contoso", "Book", "B-1");
    private static final String SCOPES = "partners:manage devices:register";

    private final UploadServer server = UploadServer.shared();
    private final String partnerName = "partner-" + UUID.randomUUID();
    private final String customerName = "tenant-" + UUID.randomUUID();
    private final String partner = Tokens.partner(partnerName, SCOPES);
    private final String customer = Tokens.tenant(customerName, SCOPES);

    @AfterEach
    void leavesNothingOnDisk() {
        await().untilAsserted(() -> assertThat(server.spooledFiles()).isEmpty());
    }

    @Test
    void registersByTupleAloneInTheNameOfTheCustomer() {
        accepted();

        var answer = post().key("k").sendCsv(FILE);

        var batchId = BatchId.of(new TenantId(customerName), "partner/" + partnerName, "k");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Location")).isEqualTo("/v1/batches/" + batchId);
        var batch = server.tap().batchesOf(customerName).getFirst();
        assertThat(batch)
                .isEqualTo(new BatchAccepted(
                        batchId,
                        new TenantId(customerName),
                        new PartnerId(partnerName),
                        1,
                        List.of("body.csv"),
                        "admin@contoso.com",
                        batch.acceptedAt(),
                        new RequestId(UUID.fromString(answer.header("X-Request-Id")))));
        assertThat(server.tap().requestsOf(customerName)).singleElement().satisfies(request -> {
            assertThat(request.deviceId()).isEqualTo(DeviceId.of(DEVICE));
            assertThat(request.submission().partnerId()).isEqualTo(new PartnerId(partnerName));
        });
    }

    @Test
    void aTenantsOwnBatchNamesNoPartner() {
        var answer = server.post("/v1/batches").as(customer).key("k").sendCsv(FILE);

        assertThat(server.tap().requestsOf(customerName))
                .singleElement()
                .satisfies(
                        request -> assertThat(request.submission().partnerId()).isNull());
        assertThat(server.tap().batchesOf(customerName)).singleElement().satisfies(batch -> {
            assertThat(batch.partnerId()).isNull();
            assertThat(batch.requestId()).hasToString(answer.header("X-Request-Id"));
        });
    }

    @Test
    void saysWhatIsTheMatterWhereNothingIsAccepted() {
        var never = post().sendCsv(FILE);
        var relationship = ask();
        var pending = post().sendCsv(FILE);
        act(customer, relationship.text("id"), "accept");
        var ended = act(customer, relationship.text("id"), "end");
        var over = post().sendCsv(FILE);

        assertThat(List.of(never, pending, over)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.problem()).isEqualTo("no-accepted-relationship");
        });
        assertThat(never.text("detail")).contains("No relationship", "POST /v1/partner-relationships");
        assertThat(pending.text("detail"))
                .contains("asked for at " + second(relationship.text("requestedAt")), "not accepted");
        assertThat(pending.text("relationshipId")).isEqualTo(relationship.text("id"));
        assertThat(over.text("detail")).contains("ended at " + second(ended.text("endedAt")));
        assertThat(server.tap().requestsOf(customerName)).isEmpty();
    }

    @Test
    void anEndCountsAtOnceAndForRetriesToo() {
        var id = accepted();
        post().key("k").sendCsv(FILE);

        act(customer, id, "end");

        assertThat(post().key("k").sendCsv(FILE).status()).isEqualTo(403);
        assertThat(post().key("other").sendCsv(FILE).status()).isEqualTo(403);
        assertThat(server.tap().requestsOf(customerName)).hasSize(1);
    }

    @Test
    void aDryRunNeedsTheCustomersConsentToo() {
        var path = "/v1/customers/" + customerName + "/batches?dryRun=true";

        var before = server.post(path).as(partner).sendCsv(FILE);
        accepted();
        var after = server.post(path).as(partner).sendCsv(FILE);

        assertThat(before.problem()).isEqualTo("no-accepted-relationship");
        assertThat(after.status()).isEqualTo(200);
        assertThat(server.tap().requestsOf(customerName)).isEmpty();
    }

    @Test
    void aTenantThatCanNotExistIsAnsweredLikeOneThatWasNeverAsked() {
        var unknown = server.post("/v1/customers/nobody/batches").as(partner).sendCsv(FILE);
        var impossible =
                server.post("/v1/customers/no%20name!/batches").as(partner).sendCsv(FILE);

        assertThat(impossible.status()).isEqualTo(403);
        assertThat(impossible.text("type")).isEqualTo(unknown.text("type"));
        assertThat(impossible.text("detail")).isEqualTo(unknown.text("detail"));
    }

    @Test
    void theConsentIsForThisPartnerAndThisCustomerOnly() {
        accepted();
        var otherPartner = Tokens.partner("partner-" + UUID.randomUUID(), SCOPES);
        var namesake = Tokens.partner(customerName, SCOPES);

        assertThat(server.post(path()).as(otherPartner).sendCsv(FILE).status()).isEqualTo(403);
        assertThat(server.post(path()).as(namesake).sendCsv(FILE).status()).isEqualTo(403);
        assertThat(server.post(path()).as(customer).sendCsv(FILE).problem()).isEqualTo("forbidden");
        assertThat(server.post("/v1/batches").as(partner).sendCsv(FILE).problem())
                .isEqualTo("forbidden");
        assertThat(server.post("/v1/customers/" + partnerName + "/batches")
                        .as(partner)
                        .sendCsv(FILE)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theSameKeyIsAnotherBatchForTenantAndPartner() {
        accepted();

        var byPartner = post().key("k").sendCsv(FILE);
        var byTenant = server.post("/v1/batches").as(customer).key("k").sendCsv(FILE + "Contoso,Book,B-2\n");
        var again = post().key("k").sendCsv(FILE);

        assertThat(byTenant.status()).isEqualTo(202);
        assertThat(byTenant.text("batchId")).isNotEqualTo(byPartner.text("batchId"));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(byPartner.body());
    }

    @Test
    void refusesBeforeTheBodyIsRead() {
        try (var call = new OpenCall(server, path(), partner, 1_000_000)) {
            assertThat(call.problem()).startsWith("HTTP/1.1 403").contains("no-accepted-relationship");
        }
    }

    @Test
    void refusesBeforeAFormIsTakenApart() {
        var form = "multipart/form-data; boundary=x";
        for (var query : List.of("", "?dryRun=true")) {
            try (var call = new OpenCall(server, path() + query, partner, form, 1_000_000)) {
                assertThat(call.problem()).startsWith("HTTP/1.1 403").contains("no-accepted-relationship");
            }
        }
    }

    @Test
    void anEndWhileTheBodyComesInIsNoticedBeforeAnythingIsPublished() {
        var id = accepted();
        try (var call = new OpenCall(server, path(), partner, FILE.length())) {
            call.write(FILE.substring(0, 20));
            await().untilAsserted(() -> assertThat(server.spooledFiles()).isNotEmpty());

            act(customer, id, "end");
            call.write(FILE.substring(20));

            assertThat(call.problem()).startsWith("HTTP/1.1 403").contains("no-accepted-relationship");
        }
        assertThat(server.tap().requestsOf(customerName)).isEmpty();
        accepted();
        assertThat(post().key("slow").sendCsv(FILE).status()).isEqualTo(202);
    }

    private static String second(String instant) {
        return instant.substring(0, "2026-03-01T08:00:00".length()) + "Z";
    }

    private String accepted() {
        var id = ask().text("id");
        assertThat(act(customer, id, "accept").status()).isEqualTo(200);
        return id;
    }

    private Answer ask() {
        return server.post(RELATIONSHIPS).as(partner).sendJson("{\"customer\":\"" + customerName + "\"}");
    }

    private Answer act(String token, String id, String action) {
        return server.post(RELATIONSHIPS + "/" + id + ":" + action).as(token).sendNothing();
    }

    private String path() {
        return "/v1/customers/" + customerName + "/batches";
    }

    private UploadCall post() {
        return server.post(path()).as(partner);
    }
}
