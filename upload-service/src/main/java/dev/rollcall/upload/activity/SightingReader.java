package dev.rollcall.upload.activity;

import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.DeviceTuple;
import dev.rollcall.upload.activity.SightingReading.Invalid;
import dev.rollcall.upload.activity.SightingReading.Valid;
import dev.rollcall.upload.reading.StorableText;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads one event of a report. The device is named by its id or by its tuple, and the tuple may
/// stand in an object of its own or among the fields of the event:
///
/// ```
/// {"deviceId": "6f9c…", "user": "ann@contoso.com", "seenAt": "2026-11-22T09:30:00Z"}
/// {"device": {"manufacturer": "…", "model": "…", "serialNumber": "…"}, "seenAt": "…"}
/// {"manufacturer": "…", "model": "…", "serialNumber": "…", "seenAt": "…"}
/// ```
final class SightingReader {
    /// Earlier than any device that could be registered here, and a date that every database knows.
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final int MAX_TEXT = 1_000;

    private final Instant latest;

    /// Sightings after `latest` come from a clock that is wrong.
    SightingReader(Instant latest) {
        this.latest = latest;
    }

    SightingReading read(JsonNode event) {
        if (!event.isObject()) {
            return new Invalid("an event must be an object");
        }
        var user = event.path("user");
        if (!user.isMissingNode() && !user.isNull() && text(user) == null) {
            return new Invalid("\"user\" must be text of at most " + MAX_TEXT + " characters");
        }
        return device(event)
                .map(device -> withDevice(device, event))
                .orElseGet(() -> new Invalid("the event must name one device: by \"deviceId\", which is a UUID, or by "
                        + "\"manufacturer\", \"model\" and \"serialNumber\""));
    }

    private SightingReading withDevice(DeviceId device, JsonNode event) {
        var seenAt = instant(text(event.path("seenAt")));
        if (seenAt == null) {
            return new Invalid("\"seenAt\" must be a time as in RFC 3339");
        }
        if (seenAt.isAfter(latest)) {
            return new Invalid("\"seenAt\" lies in the future");
        }
        return seenAt.isBefore(EARLIEST)
                ? new Invalid("\"seenAt\" lies before the year 2000")
                : new Valid(new Sighting(device, text(event.path("user")), seenAt));
    }

    /// Empty where no device is named, or two.
    private static Optional<DeviceId> device(JsonNode event) {
        var byTuple = tuple(event.path("device").isObject() ? event.path("device") : event);
        var id = event.path("deviceId");
        if (id.isMissingNode() || id.isNull()) {
            return byTuple;
        }
        return Optional.ofNullable(text(id))
                .flatMap(DeviceId::parse)
                .filter(device -> byTuple.isEmpty() || byTuple.get().equals(device));
    }

    private static Optional<DeviceId> tuple(JsonNode fields) {
        var manufacturer = text(fields.path("manufacturer"));
        var model = text(fields.path("model"));
        var serialNumber = text(fields.path("serialNumber"));
        return manufacturer == null || model == null || serialNumber == null
                ? Optional.empty()
                : Optional.of(new DeviceTuple(manufacturer, model, serialNumber))
                        .filter(device -> !device.hasPlaceholderSerialNumber())
                        .map(DeviceId::of);
    }

    private static @Nullable String text(JsonNode node) {
        var text = node.isString() ? node.stringValue().strip() : "";
        return text.isBlank() || text.length() > MAX_TEXT || !StorableText.test(text) ? null : text;
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
