package dev.rollcall.status;

import static dev.rollcall.status.fixtures.Happenings.registered;
import static dev.rollcall.status.fixtures.Happenings.release;
import static dev.rollcall.status.fixtures.Happenings.released;
import static dev.rollcall.status.fixtures.RunningService.START;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.events.Event;
import dev.rollcall.identity.DeviceColumns;
import dev.rollcall.status.fixtures.Api;
import dev.rollcall.status.fixtures.Happenings.Upload;
import dev.rollcall.status.fixtures.RunningService;
import dev.rollcall.status.fixtures.SharedService;
import dev.rollcall.status.fixtures.Tokens;
import java.net.URLEncoder;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `q` finds of a device follows what the list shows of it.
class DeviceSearchIT {
    private static final RunningService SERVICE = SharedService.get();

    private final String tenant = "searching-" + UUID.randomUUID();
    private final Api api = SERVICE.api(Tokens.tenant(tenant, "devices:read"));
    private final RegistrationRequested ofZoe = row("first", "Zoë.Ångström@contoso.example");
    private final RegistrationRequested ofBert = row("second", "bert@contoso.example");

    private RegistrationRequested row(String key, String user) {
        var columns = new DeviceColumns("PF-77", "Contoso Ltd", "Book 12", null, "T0F", null, user);
        return Upload.of(tenant, key, START).row(1, columns);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zoë", "ZOË.ÅNG", "ngstr", "m@C", "pf-77", "7", "-77 BOO\u212A", "oo\u212A", " Book 12 "})
    void findsAPartOfUserSerialNumberOrModelInAnyCase(String part) {
        publish(registered(ofZoe, 1, START));

        await().untilAsserted(() -> assertThat(found(part)).isEqualTo(1));
    }

    @Test
    void findsADeviceByItsNewUserOnly() {
        publish(registered(ofZoe, 1, START));
        await().untilAsserted(() -> assertThat(found("ngstr")).isEqualTo(1));

        publish(released(ofZoe, 1, START.plusSeconds(60)));
        await().untilAsserted(() -> assertThat(found("ngstr")).isZero());

        publish(registered(ofBert, 2, START.plusSeconds(120)));
        await().untilAsserted(() -> assertThat(found("bert@")).isEqualTo(1));
        assertThat(found("ngstr")).isZero();
        assertThat(found("book")).isEqualTo(1);
    }

    @Test
    void findsADeviceAgainThatComesBackAsItWas() {
        publish(registered(ofZoe, 1, START), released(ofZoe, 1, START.plusSeconds(60)));
        publish(registered(ofZoe, 3, START.plusSeconds(120)));

        await().untilAsserted(() -> assertThat(found("ngstr")).isEqualTo(1));
    }

    @Test
    void findsADeviceBeforeItIsDecided() {
        SERVICE.publish(SERVICE.topics().registrationRequests(), List.of(ofZoe, release(ofBert, START)));

        await().untilAsserted(() -> assertThat(found("ngstr")).isEqualTo(1));
    }

    private int found(String text) {
        var page = api.get("/v1/devices?sort=model&q=" + URLEncoder.encode(text, UTF_8));
        assertThat(page.get("items").size()).isEqualTo(page.get("total").asInt());
        return page.get("items").size();
    }

    private void publish(Event... outcomes) {
        SERVICE.publish(SERVICE.topics().registrationOutcomes(), List.of(outcomes));
    }
}
