package dev.rollcall.status;

import static dev.rollcall.status.fixtures.Happenings.registered;
import static dev.rollcall.status.fixtures.Happenings.rejected;
import static dev.rollcall.status.fixtures.RunningService.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.rollcall.events.Event;
import dev.rollcall.events.RegistrationError;
import dev.rollcall.identity.DeviceColumns;
import dev.rollcall.status.fixtures.Api;
import dev.rollcall.status.fixtures.Happenings.Upload;
import dev.rollcall.status.fixtures.RunningService;
import dev.rollcall.status.fixtures.SharedService;
import dev.rollcall.status.fixtures.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// A list while a big batch is on its way: more is undecided than can be sorted for every page.
class CrowdedListIT {
    private static final int DEVICES = 2_400;
    private static final int DECIDED = 200;
    private static final String TENANT = "crowded-tenant";
    private static final RunningService SERVICE = SharedService.get();
    private static final Api API = SERVICE.api(Tokens.tenant(TENANT, "devices:read"));

    @BeforeAll
    static void aSixthIsDecided() {
        var upload = Upload.of(TENANT, "big", START);
        var requests = new ArrayList<Event>();
        var outcomes = new ArrayList<Event>();
        for (var i = 1; i <= DEVICES; i++) {
            var row = upload.row(i, columns(i));
            requests.add(row);
            if (i <= DECIDED) {
                outcomes.add(
                        i % 4 == 0
                                ? rejected(row, RegistrationError.DEVICE_NOT_FOUND, START)
                                : registered(row, 1, START.minusSeconds(i)));
            }
        }
        SERVICE.publish(SERVICE.topics().registrationRequests(), requests);
        SERVICE.publish(SERVICE.topics().registrationOutcomes(), outcomes);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var states = API.get("/v1/devices/summary").get("states");
            assertThat(states.get("AutopilotRegistrationRequested").asInt()).isEqualTo(DEVICES - DECIDED);
            assertThat(states.get("ReadyForUser").asInt()).isEqualTo(DECIDED * 3 / 4);
        });
    }

    private static DeviceColumns columns(int i) {
        return new DeviceColumns("CR-" + i, "Maker " + i % 3, "Model " + i % 5, null, "T0F", "Tag" + i % 2, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"manufacturer", "model", "groupTag", "assignedUser", "requestId", "batchId"})
    void standsBehindAllOthersWhereAnotherColumnSorts(String sort) {
        var pages = walk("sort=" + sort + "&limit=99");

        assertThat(pages).hasSize(DEVICES).doesNotHaveDuplicates();
        assertThat(pages.subList(0, DECIDED)).allMatch(device -> !device.startsWith("AutopilotRegistrationRequested"));
        assertThat(walk("sort=-" + sort + "&limit=333")).isEqualTo(pages.reversed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"serialNumber", "state", "error", "deviceId", "registeredAt", "ageDays", "lastSeenAt"})
    void visitsEachDeviceOnceInBothDirections(String sort) {
        var pages = walk("sort=" + sort + "&limit=99");

        assertThat(pages).hasSize(DEVICES).doesNotHaveDuplicates();
        assertThat(walk("sort=-" + sort + "&limit=333")).isEqualTo(pages.reversed());
    }

    @Test
    void keepsToItsFilters() {
        assertThat(walk("sort=model&state=AutopilotRegistrationRequested&state=RegistrationFailed&limit=90"))
                .hasSize(DEVICES - DECIDED * 3 / 4)
                .doesNotHaveDuplicates();
        assertThat(walk("sort=-model&groupTag=tag1&limit=90"))
                .hasSize(DEVICES / 2)
                .doesNotHaveDuplicates();
        assertThat(walk("sort=error&error=DeviceNotFound")).hasSize(DECIDED / 4);
    }

    @Test
    void isExportedInTheSameOrder() {
        var exported = CsvReader.builder().ofNamedCsvRecord(csv("/v1/devices?sort=-groupTag")).stream()
                .map(line -> line.getField("Device ID"))
                .toList();

        assertThat(exported)
                .isEqualTo(walk("sort=-groupTag").stream()
                        .map(device -> device.substring(device.indexOf(' ') + 1))
                        .toList());
    }

    @Test
    void tellsAtLeastHowManyMatchWhatIsCommon() {
        var all = API.get("/v1/devices?q=cr-&limit=10");

        assertThat(all.get("total").asInt()).isEqualTo(11);
        assertThat(all.get("totalIsMinimum").asBoolean()).isTrue();
        assertThat(next("q=cr-", all).get("totalIsMinimum").asBoolean()).isTrue();
        assertThat(walk("q=cr-&limit=500&sort=model")).hasSize(DEVICES).doesNotHaveDuplicates();
    }

    @Test
    void countsTheMatchesOfWhatIsRare() {
        var few = API.get("/v1/devices?q=cr-119&limit=1");

        assertThat(few.get("total").asInt()).isEqualTo(11);
        assertThat(few.has("totalIsMinimum")).isFalse();
        assertThat(next("q=cr-119", few).get("total").asInt()).isEqualTo(11);
        assertThat(walk("q=cr-119&limit=2&sort=-groupTag")).hasSize(11).doesNotHaveDuplicates();
        assertThat(API.get("/v1/devices?q=nothing-like-it").get("total").asInt())
                .isZero();
    }

    private static String csv(String path) {
        return API.csv(path).substring(1);
    }

    /// State and id of each device.
    private static List<String> walk(String query) {
        var devices = new ArrayList<String>();
        var page = API.get("/v1/devices?" + query);
        while (true) {
            page.get("items")
                    .forEach(device -> devices.add(device.get("state").asString() + " "
                            + device.get("deviceId").asString()));
            if (page.get("nextCursor").isNull()) {
                return devices;
            }
            page = next(query, page);
        }
    }

    private static JsonNode next(String query, JsonNode page) {
        return API.get(
                "/v1/devices?" + query + "&cursor=" + page.get("nextCursor").asString());
    }
}
