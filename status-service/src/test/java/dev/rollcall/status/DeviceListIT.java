package dev.rollcall.status;

import static dev.rollcall.events.RegistrationError.DEVICE_NOT_FOUND;
import static dev.rollcall.events.RegistrationError.HARDWARE_HASH_NOT_VALID;
import static dev.rollcall.status.fixtures.Happenings.registered;
import static dev.rollcall.status.fixtures.Happenings.rejected;
import static dev.rollcall.status.fixtures.Happenings.seen;
import static dev.rollcall.status.fixtures.RunningService.START;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.rollcall.events.Event;
import dev.rollcall.identity.DeviceColumns;
import dev.rollcall.status.fixtures.Api;
import dev.rollcall.status.fixtures.Happenings.Upload;
import dev.rollcall.status.fixtures.RunningService;
import dev.rollcall.status.fixtures.SharedService;
import dev.rollcall.status.fixtures.Tokens;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The list over two thousand devices in every state: each walk meets each device once, whatever the sort.
class DeviceListIT {
    private static final int DEVICES = 2_000;
    private static final String TENANT = "list-tenant";
    private static final RunningService SERVICE = SharedService.get();
    private static final Api API = SERVICE.api(Tokens.tenant(TENANT, "devices:read"));

    @BeforeAll
    static void publishDevicesInEveryState() {
        var upload = Upload.of(TENANT, "many", START.minus(Duration.ofDays(30)));
        var requests = new ArrayList<Event>();
        var outcomes = new ArrayList<Event>();
        var sightings = new ArrayList<Event>();
        var random = new Random(7);
        for (var i = 1; i <= DEVICES; i++) {
            var row = upload.row(i, columns(i, random));
            var at = START.minus(Duration.ofHours(random.nextInt(30 * 24)));
            requests.add(row);
            switch (i % 5) {
                case 0 -> outcomes.add(rejected(row, DEVICE_NOT_FOUND, at));
                case 1 -> outcomes.add(registered(row, 1, at));
                case 2, 3 -> {
                    outcomes.add(registered(row, 1, START.minus(Duration.ofDays(29))));
                    sightings.add(seen(row, TENANT, START.minus(Duration.ofHours(random.nextInt(20 * 24)))));
                }
                default -> {}
            }
        }
        SERVICE.publish(SERVICE.topics().registrationRequestsBulk(), requests);
        SERVICE.publish(SERVICE.topics().registrationOutcomes(), outcomes);
        SERVICE.publish(SERVICE.topics().deviceActivity(), sightings);
        await().untilAsserted(() -> {
            var states = API.get("/v1/devices/summary").get("states");
            assertThat(states.get("AutopilotRegistrationRequested").asInt()).isEqualTo(DEVICES / 5);
            assertThat(states.get("RegistrationFailed").asInt()).isEqualTo(DEVICES / 5);
            assertThat(states.get("ReadyForUser").asInt()).isEqualTo(DEVICES / 5);
            assertThat(states.get("Active").asInt() + states.get("Inactive").asInt())
                    .isEqualTo(2 * DEVICES / 5);
        });
    }

    private static DeviceColumns columns(int i, Random random) {
        return new DeviceColumns(
                "SN-" + i,
                random.nextBoolean() ? "Contoso Ltd" : "Fabrikam",
                "Model " + random.nextInt(7),
                null,
                "T0F",
                random.nextInt(3) == 0 ? null : "Tag" + random.nextInt(4),
                random.nextInt(4) == 0 ? null : "User" + random.nextInt(500) + "@Example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serialNumber",
                "manufacturer",
                "model",
                "groupTag",
                "assignedUser",
                "state",
                "stateLabel",
                "error",
                "requestId",
                "batchId",
                "deviceId",
                "registeredAt",
                "lastSeenAt",
                "ageDays"
            })
    void visitsEachDeviceOnceInBothDirections(String sort) {
        var upwards = walk("sort=" + sort + "&limit=333");
        var downwards = walk("sort=-" + sort + "&limit=777");

        assertThat(upwards).hasSize(DEVICES).doesNotHaveDuplicates();
        assertThat(downwards).isEqualTo(upwards.reversed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sort=-serialNumber",
                "sort=manufacturer",
                "sort=-error&error=DeviceNotFound",
                "sort=lastSeenAt&state=Active&state=Inactive",
                "sort=state&groupTag=Tag1",
                "sort=-assignedUser&q=user1"
            })
    void exportsTheSameDevicesInTheSameOrder(String query) {
        var exported = CsvReader.builder()
                .ofNamedCsvRecord(API.csv("/v1/devices?" + query).substring(1))
                .stream()
                .map(line -> line.getField("Device ID"))
                .toList();

        assertThat(exported).isNotEmpty().isEqualTo(walk(query));
    }

    @ParameterizedTest
    @CsvSource({
        "sort=serialNumber, serialNumber",
        "sort=model, model",
        "sort=registeredAt&state=ReadyForUser, registeredAt",
        "sort=-ageDays&state=Active, registeredAt",
        "sort=lastSeenAt&state=Inactive, lastSeenAt"
    })
    void sortsByTheColumn(String query, String column) {
        var values = API.get("/v1/devices?limit=500&" + query).get("items").findValuesAsString(column);

        assertThat(values).isNotEmpty().isSorted();
    }

    @Test
    void sortsTheStatesInTheOrderOfADevicesLife() {
        var states = new ArrayList<String>();
        for (var page = API.get("/v1/devices?sort=state&limit=1000"); ; page = next("sort=state&limit=1000", page)) {
            states.addAll(page.get("items").findValuesAsString("state"));
            if (page.get("nextCursor").isNull()) {
                break;
            }
        }

        assertThat(states.stream().distinct())
                .containsExactly(
                        "AutopilotRegistrationRequested", "RegistrationFailed", "ReadyForUser", "Active", "Inactive");
    }

    @Test
    void filtersByStateErrorGroupTagAndText() {
        assertThat(total("state=ReadyForUser&state=RegistrationFailed")).isEqualTo(2 * DEVICES / 5);
        assertThat(total("error=" + DEVICE_NOT_FOUND.wireName())).isEqualTo(DEVICES / 5);
        assertThat(total("error=" + HARDWARE_HASH_NOT_VALID.wireName())).isZero();
        assertThat(total("state=Active&error=DeviceNotFound")).isZero();
        assertThat(total("groupTag=Tag1")).isBetween(DEVICES / 10, DEVICES / 4);
        assertThat(total("groupTag=TAG1")).isEqualTo(total("groupTag=Tag1"));
        assertThat(walk("groupTag=Tag1&sort=model")).hasSize(total("groupTag=Tag1"));
        assertThat(walk("state=Active&state=RegistrationFailed&sort=-batchId&limit=7"))
                .hasSize(total("state=Active&state=RegistrationFailed"));
        assertThat(total("q=sn-1999")).isEqualTo(1);
        assertThat(total("q=" + URLEncoder.encode("MODEL 3", UTF_8))).isBetween(DEVICES / 10, DEVICES / 5);
        assertThat(total("q=user1%25")).isZero();
        assertThat(total("q=user1_")).isZero();
        assertThat(total("q=%00")).isZero();
        assertThat(walk("q=user1&sort=-assignedUser&limit=10")).hasSize(total("q=user1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=1001",
                "limit=-1",
                "limit=ten",
                "limit=",
                "sort=nonsense",
                "sort=",
                "sort=-",
                "state=Lost",
                "error=Oops",
                "cursor=x",
                "cursor=%00",
                "cursor=",
                "cursor=////"
            })
    void refusesWhatItDoesNotUnderstand(String query) {
        var answer = API.answer("GET", "/v1/devices?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("https://rollcall.dev/problems/invalid-parameter");
    }

    @Test
    void refusesACursorOfAnotherQueryOrAnotherTenantAndOneThatWasTamperedWith() {
        var cursor = API.get("/v1/devices?limit=5").get("nextCursor").asString();
        var tampered = cursor.substring(0, 20) + (cursor.charAt(20) == 'A' ? 'B' : 'A') + cursor.substring(21);
        var stranger = SERVICE.api(Tokens.tenant("list-stranger", "devices:read"));

        assertThat(API.status("/v1/devices?limit=7&cursor=" + cursor)).isEqualTo(200);
        assertThat(API.status("/v1/devices?sort=model&cursor=" + cursor)).isEqualTo(400);
        assertThat(API.status("/v1/devices?q=x&cursor=" + cursor)).isEqualTo(400);
        assertThat(API.status("/v1/devices?cursor=" + tampered)).isEqualTo(400);
        assertThat(stranger.status("/v1/devices?cursor=" + cursor)).isEqualTo(400);
    }

    private static List<String> walk(String query) {
        var ids = new ArrayList<String>();
        var page = API.get("/v1/devices?" + query);
        while (true) {
            ids.addAll(page.get("items").findValuesAsString("deviceId"));
            if (page.get("nextCursor").isNull()) {
                return ids;
            }
            page = next(query, page);
        }
    }

    private static JsonNode next(String query, JsonNode page) {
        return API.get(
                "/v1/devices?" + query + "&cursor=" + page.get("nextCursor").asString());
    }

    private static int total(String query) {
        return API.get("/v1/devices?" + query).get("total").asInt();
    }
}
