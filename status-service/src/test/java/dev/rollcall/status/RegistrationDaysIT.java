package dev.rollcall.status;

import static dev.rollcall.events.RegistrationError.DEVICE_NOT_FOUND;
import static dev.rollcall.status.fixtures.Happenings.registered;
import static dev.rollcall.status.fixtures.Happenings.rejected;
import static dev.rollcall.status.fixtures.RunningService.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.status.fixtures.Api;
import dev.rollcall.status.fixtures.Happenings.Upload;
import dev.rollcall.status.fixtures.RunningService;
import dev.rollcall.status.fixtures.SharedService;
import dev.rollcall.status.fixtures.Tokens;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What came of a tenant's rows, day by day.
class RegistrationDaysIT {
    private final RunningService service = SharedService.get();
    private final String tenant = "days-" + UUID.randomUUID();
    private final Api api = service.api(Tokens.tenant(tenant, "devices:read"));

    @AfterEach
    void windTheClockBack() {
        service.clock().set(START);
    }

    @Test
    void countsTheRowsOfTwoWeeksByTheDayOfTheirBatch() {
        batch(tenant, "2026-06-15T08:00:00Z", 2, 1);
        batch(tenant, "2026-06-15T09:00:00Z", 1, 0);
        batch(tenant, "2026-06-02T00:00:00Z", 1, 0);
        batch(tenant, "2026-06-01T23:59:59Z", 4, 0);
        batch("another-" + tenant, "2026-06-15T08:00:00Z", 8, 8);
        awaitDevices(9);

        var days = api.get("/v1/devices/summary").get("days");

        assertThat(days).hasSize(14);
        assertThat(days.get(0).toString()).isEqualTo("{\"day\":\"2026-06-02\",\"registered\":1,\"failed\":0}");
        assertThat(days.get(1).toString()).isEqualTo("{\"day\":\"2026-06-03\",\"registered\":0,\"failed\":0}");
        assertThat(days.get(13).toString()).isEqualTo("{\"day\":\"2026-06-15\",\"registered\":3,\"failed\":1}");
    }

    @Test
    void countsWhatAPartnerPosted() {
        publish(Upload.of(tenant, "by-partner", START).postedBy("northwind"), 2, 0);
        awaitDevices(2);

        assertThat(registeredOn("2026-06-15", "UTC")).isEqualTo(2);
    }

    @Test
    void aDayBeginsAtMidnightInItsZoneAlsoWhereItIsShorter() {
        service.clock().set(Instant.parse("2026-03-30T10:00:00Z"));
        batch(tenant, "2026-03-28T23:00:00Z", 1, 0);
        batch(tenant, "2026-03-29T21:59:59Z", 2, 0);
        batch(tenant, "2026-03-29T22:00:00Z", 4, 0);
        awaitDevices(7);

        assertThat(registeredOn("2026-03-28", "Europe/Amsterdam")).isZero();
        assertThat(registeredOn("2026-03-29", "Europe/Amsterdam")).isEqualTo(3);
        assertThat(registeredOn("2026-03-30", "Europe/Amsterdam")).isEqualTo(4);
        assertThat(registeredOn("2026-03-29", "UTC")).isEqualTo(6);
    }

    @Test
    void aDayEndsAtMidnightInItsZoneAlsoWhereItIsLonger() {
        service.clock().set(Instant.parse("2026-10-30T10:00:00Z"));
        batch(tenant, "2026-10-24T21:59:59.999Z", 1, 0);
        batch(tenant, "2026-10-24T22:00:00Z", 2, 0);
        batch(tenant, "2026-10-25T22:59:59Z", 4, 0);
        batch(tenant, "2026-10-25T23:00:00Z", 1, 0);
        awaitDevices(8);

        assertThat(registeredOn("2026-10-24", "Europe/Amsterdam")).isEqualTo(1);
        assertThat(registeredOn("2026-10-25", "Europe/Amsterdam")).isEqualTo(6);
        assertThat(registeredOn("2026-10-26", "Europe/Amsterdam")).isEqualTo(1);
        assertThat(registeredOn("2026-10-25", "Asia/Kathmandu")).isEqualTo(3);
    }

    @Test
    void aPageComesWithTheSameCountsWhereTheseAreAskedFor() {
        batch(tenant, "2026-06-15T08:00:00Z", 1, 1);
        awaitDevices(2);

        var page = api.get("/v1/devices?limit=1&summary=true&zone=Europe/Amsterdam");

        assertThat(page.get("items")).hasSize(1);
        assertThat(page.get("summary")).isEqualTo(api.get("/v1/devices/summary?zone=Europe/Amsterdam"));
        assertThat(api.get("/v1/devices?limit=1").has("summary")).isFalse();
    }

    @Test
    void refusesAZoneThatDoesNotExist() {
        assertThat(api.status("/v1/devices/summary?zone=Europe/Atlantis")).isEqualTo(400);
        assertThat(api.status("/v1/devices?summary=true&zone=Europe/Atlantis")).isEqualTo(400);
        assertThat(api.status("/v1/devices/summary?zone=%2B01:07")).isEqualTo(400);
        assertThat(api.status("/v1/devices?summary=perhaps")).isEqualTo(400);
    }

    private void batch(String tenant, String startedAt, int registered, int failed) {
        publish(Upload.of(tenant, startedAt, Instant.parse(startedAt)), registered, failed);
    }

    private void publish(Upload upload, int registered, int failed) {
        for (var number = 1; number <= registered + failed; number++) {
            var row = upload.row(number, "D-" + UUID.randomUUID());
            service.publish(service.topics().registrationRequests(), row);
            service.publish(
                    service.topics().registrationOutcomes(),
                    number <= registered
                            ? registered(row, 1, upload.acceptedAt())
                            : rejected(row, DEVICE_NOT_FOUND, upload.acceptedAt()));
        }
    }

    private void awaitDevices(int count) {
        await().untilAsserted(() -> {
            var states = api.get("/v1/devices/summary").get("states");
            assertThat(states.get("ReadyForUser").asInt()
                            + states.get("RegistrationFailed").asInt())
                    .isEqualTo(count);
        });
    }

    private int registeredOn(String day, String zone) {
        return api.get("/v1/devices/summary?zone=" + zone)
                .get("days")
                .valueStream()
                .filter(each -> each.get("day").asString().equals(day))
                .map((JsonNode each) -> each.get("registered").asInt())
                .findFirst()
                .orElseThrow();
    }
}
