package dev.rollcall.status;

import static dev.rollcall.status.fixtures.Happenings.dismissed;
import static dev.rollcall.status.fixtures.Happenings.registered;
import static dev.rollcall.status.fixtures.Happenings.released;
import static dev.rollcall.status.fixtures.RunningService.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.rollcall.identity.RequestId;
import dev.rollcall.status.fixtures.Api;
import dev.rollcall.status.fixtures.Happenings.Upload;
import dev.rollcall.status.fixtures.Relationship;
import dev.rollcall.status.fixtures.RunningService;
import dev.rollcall.status.fixtures.SharedService;
import dev.rollcall.status.fixtures.Tokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/// Who did what to the devices and the relationships of a tenant.
class AuditIT {
    private static final RunningService SERVICE = SharedService.get();
    private static final RequestId CALL = new RequestId(UUID.randomUUID());

    private final String tenant = "audit-" + UUID.randomUUID();
    private final Api api = SERVICE.api(Tokens.tenant(tenant, "audit:read"));
    private final Upload upload = Upload.of(tenant, "one", START);
    private final Upload partners =
            Upload.of(tenant, "two", START.plusSeconds(600)).postedBy("northwind");

    @Test
    void tellsWhoDidWhatNewestFirst() {
        var held = upload.row(1, "HELD");
        var failed = upload.row(2, "FAILED");
        var relationship = Relationship.of("northwind", tenant, START.plusSeconds(60));
        SERVICE.publish(
                SERVICE.topics().batches(), upload.accepted(2, "ada", CALL), partners.accepted(1, "piet", null));
        SERVICE.publish(
                SERVICE.topics().registrationOutcomes(),
                released(held, 1, START.plusSeconds(800)),
                dismissed(failed, START.plusSeconds(900)));
        SERVICE.publish(SERVICE.topics().partnerRelationships(), relationship.accepted());
        SERVICE.publish(SERVICE.topics().partnerRelationships(), relationship.requested(), relationship.accepted());
        awaitEntries("", 6);

        assertThat(audit("").findValuesAsString("action"))
                .containsExactly(
                        "FailureDismissed",
                        "DeviceReleased",
                        "BatchAccepted",
                        "RelationshipAccepted",
                        "RelationshipRequested",
                        "BatchAccepted");
        assertThat(audit("").findValuesAsString("by"))
                .containsExactly("somebody", "somebody", "piet", "ada", "piet", "ada");
        assertThat(audit("?action=BatchAccepted").at("/items/1"))
                .isEqualTo(Api.json("""
                        {"at":"%s","requestId":"%s","action":"BatchAccepted","by":"ada","batchId":"%s","rowCount":2}
                        """.formatted(START, CALL, upload.batch())));
        assertThat(audit("?action=BatchAccepted").at("/items/0/partner").asString())
                .isEqualTo("northwind");
        assertThat(audit("?relationshipId=" + relationship.id()).findValuesAsString("side"))
                .containsExactly("customer", "partner");
        assertThat(walk("limit=1")).isEqualTo(audit("").findValuesAsString("action"));
    }

    @Test
    void tellsWhoRegisteredADeviceAndWhoReleasedIt() {
        var row = upload.row(1, "MOVES");
        var back = partners.row(1, "MOVES");
        SERVICE.publish(SERVICE.topics().registrationRequests(), row, upload.row(2, "OTHER"), back);
        SERVICE.publish(SERVICE.topics().registrationOutcomes(), registered(row, 1, START), released(row, 1, at(300)));
        SERVICE.publish(
                SERVICE.topics().batches(), upload.accepted(2, "ada", CALL), partners.accepted(1, "piet", CALL));
        var ofDevice = "?deviceId=" + row.deviceId();
        awaitEntries(ofDevice, 3);
        await().untilAsserted(() ->
                assertThat(audit(ofDevice).findValuesAsString("by")).containsExactly("piet", "somebody", "ada"));

        assertThat(audit(ofDevice).findValuesAsString("action"))
                .containsExactly("RegistrationRequested", "DeviceReleased", "RegistrationRequested");
        assertThat(audit(ofDevice).at("/items/0/requestId").asString())
                .isEqualTo(back.requestId().toString());
        assertThat(audit(ofDevice).at("/items/0/partner").asString()).isEqualTo("northwind");
        assertThat(audit(ofDevice + "&action=DeviceReleased").get("total").asInt())
                .isEqualTo(1);
        assertThat(audit(ofDevice + "&action=RegistrationRequested")
                        .get("total")
                        .asInt())
                .isEqualTo(2);
        assertThat(walk("limit=2&deviceId=" + row.deviceId())).hasSize(3);
    }

    @Test
    void tellsNoRegistrationOfAnotherTenant() {
        var others = Upload.of("stranger-of-" + tenant, "one", START).row(1, "SHARED");
        var own = upload.row(1, "SHARED");
        SERVICE.publish(SERVICE.topics().registrationRequests(), others, own);
        SERVICE.publish(SERVICE.topics().registrationOutcomes(), released(others, 1, at(5)));
        var stranger = SERVICE.api(Tokens.tenant("stranger-of-" + tenant, "audit:read"));
        await().untilAsserted(() -> assertThat(stranger.get("/v1/audit?deviceId=" + own.deviceId())
                        .get("total")
                        .asInt())
                .isEqualTo(2));

        awaitEntries("?deviceId=" + own.deviceId(), 1);
        assertThat(audit("").get("total").asInt()).isZero();
        assertThat(audit("?deviceId=" + own.deviceId()).at("/items/0/requestId").asString())
                .isEqualTo(own.requestId().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?action=Nonsense",
                "?deviceId=1-1-1-1-1",
                "?relationshipId=none",
                "?limit=0",
                "?limit=1001",
                "?cursor=nonsense"
            })
    void refusesAQuestionThatIsNone(String query) {
        assertThat(api.status("/v1/audit" + query)).isEqualTo(400);
    }

    @Test
    void takesNoCursorOfAnotherQuestion() {
        SERVICE.publish(SERVICE.topics().batches(), upload.accepted(2), partners.accepted(1));
        awaitEntries("", 2);
        var cursor = audit("?limit=1").get("nextCursor").asString();

        assertThat(api.status("/v1/audit?limit=1&cursor=" + cursor)).isEqualTo(200);
        assertThat(api.status("/v1/audit?limit=1&action=BatchAccepted&cursor=" + cursor))
                .isEqualTo(400);
    }

    @Test
    void isForTenantsThatMayReadIt() {
        assertThat(SERVICE.api("").status("/v1/audit")).isEqualTo(401);
        assertThat(SERVICE.api(Tokens.tenant(tenant, "devices:read")).status("/v1/audit"))
                .isEqualTo(403);
        assertThat(SERVICE.api(Tokens.partner("northwind", "audit:read")).status("/v1/audit"))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE status.audit SET by_subject = 'nobody'",
                "DELETE FROM status.audit",
                "TRUNCATE status.audit",
                "INSERT INTO status.audit SELECT * FROM status.audit "
                        + "ON CONFLICT (tenant_id, event) DO UPDATE SET by_subject = 'nobody'"
            })
    void canBeAddedToAndNotChanged(String sql) {
        var database = SERVICE.bean(JdbcTemplate.class);

        assertThatThrownBy(() -> database.execute(sql)).rootCause().hasMessageContaining("status.audit is append-only");
    }

    private void awaitEntries(String query, int entries) {
        await().untilAsserted(
                        () -> assertThat(audit(query).get("total").asInt()).isEqualTo(entries));
    }

    private JsonNode audit(String query) {
        return api.get("/v1/audit" + query);
    }

    /// The actions of all pages.
    private List<String> walk(String query) {
        var actions = new ArrayList<String>();
        var page = audit("?" + query);
        actions.addAll(page.findValuesAsString("action"));
        while (!page.get("nextCursor").isNull()) {
            page = audit("?" + query + "&cursor=" + page.get("nextCursor").asString());
            actions.addAll(page.findValuesAsString("action"));
        }
        return actions;
    }

    private static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }
}
