package dev.rollcall.status;

import static dev.rollcall.events.DeliveryStep.DELIVERED;
import static dev.rollcall.events.DeliveryStep.IMAGE_CHECKED;
import static dev.rollcall.events.DeliveryStep.LICENSES_APPLIED;
import static dev.rollcall.events.RegistrationError.DEVICE_ALREADY_REGISTERED;
import static dev.rollcall.status.fixtures.Happenings.confirmed;
import static dev.rollcall.status.fixtures.Happenings.registered;
import static dev.rollcall.status.fixtures.Happenings.rejected;
import static dev.rollcall.status.fixtures.Happenings.released;
import static dev.rollcall.status.fixtures.RunningService.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.events.DeliveryStepConfirmed;
import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.status.fixtures.Api;
import dev.rollcall.status.fixtures.Happenings.Upload;
import dev.rollcall.status.fixtures.RunningService;
import dev.rollcall.status.fixtures.SharedService;
import dev.rollcall.status.fixtures.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The checklist of a device on its way to its user.
class DeliveryIT {
    private static final RunningService SERVICE = SharedService.get();
    private static final Instant LATER = START.plusSeconds(3600);
    private static final Instant EVEN_LATER = START.plusSeconds(7200);

    private final String tenant = "delivery-" + UUID.randomUUID();
    private final Api api = SERVICE.api(Tokens.tenant(tenant, "devices:read audit:read"));
    private final RegistrationRequested row = Upload.of(tenant, "one", START).row(1, tenant);
    private final RegistrationRequested again =
            Upload.of(tenant, "two", EVEN_LATER).row(1, tenant);

    @Test
    void tellsOfEachStepWhoConfirmedItAndWhen() {
        SERVICE.publish(SERVICE.topics().registrationOutcomes(), registered(row, 1, START));
        await().untilAsserted(() ->
                assertThat(checklist()).containsExactly("image-checked", "licenses-applied", "delivered"));

        confirm(confirmed(row, START, DELIVERED, "ada", at(9)), confirmed(row, START, IMAGE_CHECKED, "bert", at(5)));

        awaitChecklist("image-checked bert " + at(5), "licenses-applied", "delivered ada " + at(9));
        assertThat(device().get("state").asString()).isEqualTo("ReadyForUser");
    }

    @Test
    void keepsTheFirstConfirmationOfAStep() {
        SERVICE.publish(SERVICE.topics().registrationOutcomes(), registered(row, 1, START));
        var first = confirmed(row, START, DELIVERED, "ada", at(5));

        confirm(first, confirmed(row, START, DELIVERED, "bert", at(6)));
        confirm(confirmed(row, START, DELIVERED, "cleo", at(7)), first);
        confirm(confirmed(row, START, LICENSES_APPLIED, "dora", at(8)));

        awaitChecklist("image-checked", "licenses-applied dora " + at(8), "delivered ada " + at(5));
        assertThat(audited())
                .containsExactly("licenses-applied dora", "delivered cleo", "delivered bert", "delivered ada");
    }

    @Test
    void beginsAnewWithEachRegistration() {
        var outcomes = SERVICE.topics().registrationOutcomes();
        SERVICE.publish(outcomes, registered(row, 1, START));
        confirm(confirmed(row, START, DELIVERED, "ada", at(5)));
        awaitChecklist("image-checked", "licenses-applied", "delivered ada " + at(5));

        SERVICE.publish(outcomes, released(row, 1, LATER));
        await().untilAsserted(() -> assertThat(api.status(path(row))).isEqualTo(404));
        SERVICE.publish(outcomes, registered(again, 2, EVEN_LATER));
        await().untilAsserted(() ->
                assertThat(checklist()).containsExactly("image-checked", "licenses-applied", "delivered"));

        confirm(confirmed(again, EVEN_LATER, IMAGE_CHECKED, "bert", EVEN_LATER.plusSeconds(1)));
        awaitChecklist("image-checked bert " + EVEN_LATER.plusSeconds(1), "licenses-applied", "delivered");
    }

    /// The clock that it was confirmed by is ahead of the one that registered: the registration alone decides.
    @Test
    void countsNoStepOfAnEarlierRegistrationHoweverLateItsTimeIs() {
        var outcomes = SERVICE.topics().registrationOutcomes();
        SERVICE.publish(outcomes, registered(row, 1, START), released(row, 1, LATER), registered(again, 2, EVEN_LATER));

        confirm(
                confirmed(row, START, DELIVERED, "ada", EVEN_LATER.plusSeconds(60)),
                confirmed(again, EVEN_LATER, IMAGE_CHECKED, "bert", EVEN_LATER.minusSeconds(60)));

        awaitChecklist("image-checked bert " + EVEN_LATER.minusSeconds(60), "licenses-applied", "delivered");
    }

    @Test
    void showsAStepThatWasReadBeforeItsRegistration() {
        confirm(confirmed(row, START, DELIVERED, "ada", at(5)));
        await().untilAsserted(() -> assertThat(audited()).hasSize(1));
        assertThat(api.status(path(row))).isEqualTo(404);

        SERVICE.publish(SERVICE.topics().registrationOutcomes(), registered(row, 1, START));

        awaitChecklist("image-checked", "licenses-applied", "delivered ada " + at(5));
    }

    @Test
    void staysWhenTheDeviceIsUploadedAgain() {
        var outcomes = SERVICE.topics().registrationOutcomes();
        SERVICE.publish(outcomes, registered(row, 1, START));
        confirm(confirmed(row, START, DELIVERED, "ada", at(5)));
        awaitChecklist("image-checked", "licenses-applied", "delivered ada " + at(5));

        SERVICE.publish(SERVICE.topics().registrationRequests(), again);
        SERVICE.publish(outcomes, rejected(again, DEVICE_ALREADY_REGISTERED, EVEN_LATER));
        await().untilAsserted(() ->
                assertThat(device().at("/history/0/outcome").asString()).isEqualTo("DeviceAlreadyRegistered"));

        awaitChecklist("image-checked", "licenses-applied", "delivered ada " + at(5));
    }

    @Test
    void tellsNobodyOfAnothersStepsAndTakesNobodysWordForAnothersDevice() {
        var stranger = "stranger-of-" + tenant;
        var theirs = Upload.of(stranger, "one", START).row(1, tenant);
        SERVICE.publish(SERVICE.topics().registrationOutcomes(), registered(row, 1, START));
        confirm(confirmed(theirs, START, DELIVERED, "eve", at(1)), confirmed(row, START, IMAGE_CHECKED, "ada", at(5)));

        awaitChecklist("image-checked ada " + at(5), "licenses-applied", "delivered");
        var others = SERVICE.api(Tokens.tenant(stranger, "devices:read audit:read"));
        assertThat(others.status(path(theirs))).isEqualTo(404);
        assertThat(others.get("/v1/audit").findValuesAsString("by")).containsExactly("eve");
    }

    @Test
    void laysAsideWhatItCanNotReadAndCountsItAll() {
        var topic = SERVICE.topics().deliverySteps();
        SERVICE.publish(SERVICE.topics().registrationOutcomes(), registered(row, 1, START));
        var readable = SERVICE.record(topic, confirmed(row, START, DELIVERED, "ada", at(5)));
        var unreadable = new ProducerRecord<>(topic, null, readable.key(), new byte[] {'{'}, readable.headers());
        var before = count("rollcall.projection", "outcome", "dead_lettered");

        SERVICE.publishRaw(unreadable);
        SERVICE.publishRaw(readable);

        awaitChecklist("image-checked", "licenses-applied", "delivered ada " + at(5));
        await().untilAsserted(() -> {
            assertThat(count("rollcall.projection", "outcome", "dead_lettered")).isEqualTo(before + 1);
            assertThat(count("rollcall.projection.received")).isEqualTo(count("rollcall.projection"));
        });
    }

    private void confirm(DeliveryStepConfirmed... events) {
        SERVICE.publish(SERVICE.topics().deliverySteps(), events);
    }

    private void awaitChecklist(String... entries) {
        await().untilAsserted(() -> assertThat(checklist()).containsExactly(entries));
    }

    private List<String> checklist() {
        return device().get("delivery").valueStream().map(DeliveryIT::entry).toList();
    }

    private static String entry(JsonNode entry) {
        var step = entry.get("step").asString();
        return entry.get("confirmedBy").isNull()
                ? step
                : step + " " + entry.get("confirmedBy").asString() + " "
                        + entry.get("confirmedAt").asString();
    }

    private List<String> audited() {
        return api.get("/v1/audit?action=DeliveryStepConfirmed&deviceId=" + row.deviceId())
                .get("items")
                .valueStream()
                .map(item -> item.get("step").asString() + " " + item.get("by").asString())
                .toList();
    }

    private JsonNode device() {
        return api.get(path(row));
    }

    private static double count(String name, String... tags) {
        return SERVICE.bean(MeterRegistry.class).find(name).tags("stream", "delivery").tags(tags).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private static String path(RegistrationRequested request) {
        return "/v1/devices/" + request.deviceId();
    }

    private static Instant at(long minutes) {
        return START.plusSeconds(60 * minutes);
    }
}
