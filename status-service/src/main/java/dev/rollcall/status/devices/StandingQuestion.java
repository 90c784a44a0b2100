package dev.rollcall.status.devices;

import dev.rollcall.identity.DeviceId;
import dev.rollcall.status.paging.InvalidParameter;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The devices that somebody asks after: `{"deviceIds": [...]}`, 1 to 1,000 of them.
record StandingQuestion(Set<UUID> devices) {
    private static final int MAX_DEVICES = 1_000;
    private static final int MAX_BYTES = 128 << 10;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// What a body turned out to be.
    sealed interface Reading {

        record Valid(StandingQuestion question) implements Reading {}

        record Invalid(InvalidParameter problem) implements Reading {}
    }

    static Reading read(InputStream body) throws IOException {
        var bytes = body.readNBytes(MAX_BYTES + 1);
        return bytes.length > MAX_BYTES
                ? invalid("The body has at most " + MAX_BYTES + " bytes.")
                : read(tree(bytes).path("deviceIds"));
    }

    private static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException _) {
            return JSON.missingNode();
        }
    }

    private static Reading read(JsonNode ids) {
        if (!ids.isArray() || ids.isEmpty() || ids.size() > MAX_DEVICES) {
            return invalid("deviceIds must be a list of 1 to " + MAX_DEVICES + " device ids.");
        }
        var devices = new LinkedHashSet<UUID>();
        for (var id : ids) {
            var device = id.stringValueOpt().flatMap(DeviceId::parse);
            if (device.isEmpty()) {
                return invalid("deviceIds holds something that is no device id.");
            }
            devices.add(device.get().value());
        }
        return new Reading.Valid(new StandingQuestion(devices));
    }

    private static Reading invalid(String detail) {
        return new Reading.Invalid(new InvalidParameter("deviceIds", detail));
    }
}
