package dev.rollcall.upload.release;

import dev.rollcall.identity.DeviceId;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The body of a call for many releases: `{"deviceIds": […]}`.
sealed interface ReleaseList {
    int MAX_DEVICES = 1_000;

    /// Each device once, in the order of the list.
    record Valid(Set<DeviceId> devices) implements ReleaseList {}

    /// `detail` says what is wrong with it.
    record Invalid(String detail) implements ReleaseList {}

    static ReleaseList read(byte[] body) {
        try {
            return of(JsonMapper.shared().readTree(body).path("deviceIds"));
        } catch (JacksonException _) {
            return new Invalid("The body is no JSON.");
        }
    }

    private static ReleaseList of(JsonNode ids) {
        if (!ids.isArray() || ids.isEmpty() || ids.size() > MAX_DEVICES) {
            return new Invalid("\"deviceIds\" must be a list of 1 to " + MAX_DEVICES + " device ids.");
        }
        var devices = new LinkedHashSet<DeviceId>();
        for (var place = 0; place < ids.size(); place++) {
            if (!isUuid(ids.path(place))) {
                return new Invalid("Number " + (place + 1) + " of \"deviceIds\" is no device id.");
            }
            devices.add(new DeviceId(UUID.fromString(ids.path(place).asString())));
        }
        return new Valid(devices);
    }

    /// In the usual form only: the JDK takes shortened ones too.
    private static boolean isUuid(JsonNode id) {
        try {
            return id.isString() && UUID.fromString(id.asString()).toString().equalsIgnoreCase(id.asString());
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
