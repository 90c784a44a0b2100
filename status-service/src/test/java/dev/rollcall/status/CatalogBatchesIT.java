package dev.rollcall.status;

import static dev.rollcall.status.fixtures.RunningService.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.events.CatalogAction;
import dev.rollcall.status.fixtures.Api;
import dev.rollcall.status.fixtures.CatalogUpload;
import dev.rollcall.status.fixtures.RunningService;
import dev.rollcall.status.fixtures.SharedService;
import dev.rollcall.status.fixtures.Tokens;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A supplier's batch from its first row to its last, and what was refused of it.
class CatalogBatchesIT {
    private static final String LIST = "/v1/device-catalog/batches";
    private static final RunningService SERVICE = SharedService.get();

    private final String supplier = "oem-" + UUID.randomUUID();
    private final Api api = SERVICE.api(Tokens.supplier(supplier, "catalog:write"));
    private final CatalogUpload upload = CatalogUpload.of(supplier);

    @Test
    void tellsHowFarItIsAndWhatItsRowsCameTo() {
        var first = upload.decided("0-10", 2, 1, START.plusSeconds(2));
        var second = upload.decided("1-4", 1, 0, START.plusSeconds(4), upload.conflict(3, "TAKEN"));
        SERVICE.publish(SERVICE.topics().catalogOutcomes(), first);
        awaitStatus("receiving");
        assertThat(batch().get("rowCount").asInt()).isEqualTo(3);
        assertThat(batch().has("action")).isFalse();

        SERVICE.publish(SERVICE.topics().batches(), upload.accepted(CatalogAction.LIST, 5, START));
        awaitStatus("processing");
        assertThat(batch().get("pending").asInt()).isEqualTo(2);
        assertThat(batch().get("completedAt").isNull()).isTrue();
        SERVICE.publish(SERVICE.topics().catalogOutcomes(), second, first, second);
        awaitStatus("completed");

        assertThat(batch()).isEqualTo(Api.json("""
                        {"batchId":"%s","action":"list","status":"completed","rowCount":5,"pending":0,"listed":3,
                         "delisted":0,"unchanged":1,"conflicting":1,"startedAt":"%s","completedAt":"%s"}
                        """.formatted(upload.batch(), START, START.plusSeconds(4))));
    }

    @Test
    void givesItsConflictsInTheOrderOfTheFilePageByPage() {
        SERVICE.publish(
                SERVICE.topics().catalogOutcomes(),
                upload.decided("0-1", 0, 0, START, upload.conflict(7, "C-7"), upload.conflict(2, "C-2")),
                upload.decided("1-1", 0, 0, START, upload.conflict(4, "C-4")));
        await().untilAsserted(
                        () -> assertThat(conflicts("").get("total").asInt()).isEqualTo(3));

        var page = conflicts("?limit=2");
        assertThat(page.findValuesAsString("serialNumber")).containsExactly("C-2", "C-4");
        assertThat(page.at("/items/0")).isEqualTo(Api.json("""
                        {"file":"catalog.csv","row":2,"line":3,"manufacturer":"Contoso Ltd","model":"Model 5",
                         "serialNumber":"C-2","reason":"another supplier has listed this device"}
                        """));
        var next = conflicts("?limit=2&cursor=" + page.get("nextCursor").asString());
        assertThat(next.findValuesAsString("serialNumber")).containsExactly("C-7");
        assertThat(next.get("nextCursor").isNull()).isTrue();
    }

    @Test
    void listsTheBatchesOfASupplierNewestFirstPageByPage() {
        var earlier = CatalogUpload.of(supplier);
        SERVICE.publish(
                SERVICE.topics().batches(),
                earlier.accepted(CatalogAction.DELIST, 1, START),
                upload.accepted(CatalogAction.LIST, 1, START.plusSeconds(60)));
        await().untilAsserted(
                        () -> assertThat(api.get(LIST).get("total").asInt()).isEqualTo(2));

        var page = api.get(LIST + "?limit=1");
        var next = api.get(LIST + "?limit=1&cursor=" + page.get("nextCursor").asString());
        assertThat(page.findValuesAsString("action")).containsExactly("list");
        assertThat(next.findValuesAsString("action")).containsExactly("delist");
        assertThat(next.get("nextCursor").isNull()).isTrue();
        assertThat(api.status(LIST + "?cursor=nonsense")).isEqualTo(400);
        assertThat(api.status(LIST + "?limit=0")).isEqualTo(400);
    }

    @Test
    void belongsToTheSupplierThatPostedItAndToNobodyElse() {
        SERVICE.publish(
                SERVICE.topics().catalogOutcomes(), upload.decided("0-1", 1, 0, START, upload.conflict(1, "MINE")));
        awaitStatus("receiving");
        var stranger = SERVICE.api(Tokens.supplier("another-" + supplier, "catalog:write"));

        assertThat(stranger.status(path(""))).isEqualTo(404);
        assertThat(stranger.status(path("/conflicts"))).isEqualTo(404);
        assertThat(stranger.get(LIST).get("items")).isEmpty();
        assertThat(stranger.answer("GET", path("")).body())
                .isEqualTo(stranger.answer("GET", LIST + "/00000000-0000-0000-0000-000000000000")
                        .body());
        var page = conflicts("?limit=1");
        assertThat(page.get("items")).hasSize(1);
        for (var path : new String[] {LIST, path(""), path("/conflicts")}) {
            assertThat(SERVICE.api("").status(path)).isEqualTo(401);
            assertThat(SERVICE.api(Tokens.supplier(supplier, "devices:read")).status(path))
                    .isEqualTo(403);
            assertThat(SERVICE.api(Tokens.tenant(supplier, "catalog:write devices:read"))
                            .status(path))
                    .isEqualTo(403);
            assertThat(SERVICE.api(Tokens.partner(supplier, "catalog:write devices:read"))
                            .status(path))
                    .isEqualTo(403);
        }
    }

    private void awaitStatus(String status) {
        await().untilAsserted(() -> assertThat(batch().get("status").asString()).isEqualTo(status));
    }

    private JsonNode batch() {
        return api.get(path(""));
    }

    private JsonNode conflicts(String query) {
        return api.get(path("/conflicts" + query));
    }

    private String path(String rest) {
        return LIST + "/" + upload.batch() + rest;
    }
}
