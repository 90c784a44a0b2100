package dev.rollcall.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdempotencyIT {
    private static final String FILE = "Serial Number\nS1\nS2\n";

    private final UploadServer server = UploadServer.shared();
    private final String tenant = "tenant-" + UUID.randomUUID();
    private final String token = Tokens.tenant(tenant, "devices:register");

    @Test
    void answersARepeatedUploadAsBeforeAndPublishesNothing() {
        var first = post("k").sendCsv("Serial Number,Shelf\nS1,2\n");
        var again = post("k").sendCsv("Serial Number,Shelf\nS1,2\n");

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(server.tap().requestsOf(tenant)).hasSize(1);
        assertThat(server.tap().batchesOf(tenant)).hasSize(1);
    }

    @Test
    void refusesAnotherUploadWithAUsedKey() {
        post("k").sendCsv(FILE);

        var other = post("k").sendCsv(FILE + "S3\n");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        assertThat(server.tap().requestsOf(tenant)).hasSize(2);
    }

    @Test
    void tellsUploadsApartByNamesAndGroupTagToo() {
        post("k").file("a.csv", FILE).send();

        assertThat(post("k").file("b.csv", FILE).send().status()).isEqualTo(422);
        assertThat(post("k").file("a.csv", FILE).field("groupTag", "X").send().status())
                .isEqualTo(422);
        assertThat(post("k").file("a.csv", FILE).send().header("Idempotent-Replayed"))
                .isEqualTo("true");
    }

    @Test
    void asksToWaitWhileTheSameUploadIsAtWork() {
        post("k").sendCsv(FILE);
        unfinished("now() + interval '1 minute'");

        var again = post("k").sendCsv(FILE);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("idempotency-key-in-use");
        assertThat(server.tap().requestsOf(tenant)).hasSize(2);
    }

    @Test
    void takesOverFromAnUploadThatDiedAndPublishesTheSameEventsAgain() {
        var first = post("k").sendCsv(FILE);
        unfinished("now() - interval '1 second'");

        var again = post("k").sendCsv(FILE);

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.header("Idempotent-Replayed")).isEmpty();
        assertThat(again.body()).isEqualTo(first.body());
        var requests = server.tap().requestsOf(tenant);
        assertThat(requests).hasSize(4);
        assertThat(Set.copyOf(requests)).hasSize(2);
        assertThat(Set.copyOf(server.tap().batchesOf(tenant))).hasSize(1);
    }

    @Test
    void givesAnUnfinishedKeyToNoOtherUpload() {
        post("k").sendCsv(FILE);
        unfinished("now() - interval '1 second'");

        assertThat(post("k").sendCsv("Serial Number\nS9\n").problem()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void leavesTheKeyOfARefusedUploadFree() {
        var refused = post("k").sendCsv("a,b\n1,2\n");
        var mended = post("k").sendCsv(FILE);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(mended.status()).isEqualTo(202);
        assertThat(mended.header("Idempotent-Replayed")).isEmpty();
    }

    @Test
    void keepsTheKeysOfTenantsApart() {
        var other = Tokens.tenant("other-" + tenant, "devices:register");

        var ours = post("k").sendCsv(FILE);
        var theirs = server.post("/v1/batches").as(other).key("k").sendCsv("Serial Number\nS9\n");

        assertThat(theirs.status()).isEqualTo(202);
        assertThat(theirs.text("batchId")).isNotEqualTo(ours.text("batchId"));
    }

    @Test
    void takesEachUploadWithoutAKeyForANewOne() {
        var one = server.post("/v1/batches").as(token).sendCsv(FILE);
        var other = server.post("/v1/batches").as(token).sendCsv(FILE);

        assertThat(one.text("batchId")).isNotEqualTo(other.text("batchId"));
    }

    @Test
    void refusesAMalformedKey() {
        assertThat(post("x".repeat(256)).sendCsv(FILE).problem()).isEqualTo("malformed-idempotency-key");
        assertThat(post("").sendCsv(FILE).status()).isEqualTo(400);
        assertThat(post("x".repeat(255)).sendCsv(FILE).status()).isEqualTo(202);
    }

    private UploadCall post(String key) {
        return server.post("/v1/batches").as(token).key(key);
    }

    /// As if the process had died before the end.
    private void unfinished(String leasedUntil) {
        server.database()
                .sql("UPDATE upload.idempotency_keys SET completed_at = NULL, row_count = NULL, ignored_columns = NULL,"
                        + " leased_until = " + leasedUntil + " WHERE tenant_id = :tenant")
                .param("tenant", tenant)
                .update();
    }
}
