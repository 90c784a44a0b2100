package dev.rollcall.upload.devices;

import dev.rollcall.identity.DeviceId;
import dev.rollcall.upload.reading.Limit;
import dev.rollcall.upload.web.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The body of a call for many devices: `{"deviceIds": […]}`, with what else the call asks for.
sealed interface DeviceList {
    int MAX_DEVICES = 1_000;
    int MAX_BYTES = 128 << 10;

    /// Each device once, in the order of the list.
    record Valid(Set<DeviceId> devices, JsonNode body) implements DeviceList {

        /// What stands under a name beside the list; empty where that is no text.
        String word(String name) {
            return body.path(name).asString("");
        }
    }

    /// `detail` says what is wrong with it.
    record Malformed(String detail) implements DeviceList {}

    record TooLarge() implements DeviceList {

        ResponseEntity<ProblemDetail> answer() {
            var problem =
                    Problems.of(HttpStatus.CONTENT_TOO_LARGE, "upload-too-large", "The list of devices is too large");
            problem.setDetail("The body has at most " + MAX_BYTES + " bytes.");
            problem.setProperty("limit", Limit.bytes(MAX_BYTES));
            return Problems.answer(problem);
        }
    }

    static DeviceList read(InputStream body) throws IOException {
        var bytes = body.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            return new TooLarge();
        }
        try {
            return of(JsonMapper.shared().readTree(bytes));
        } catch (JacksonException _) {
            return new Malformed("The body is no JSON.");
        }
    }

    private static DeviceList of(JsonNode body) {
        var ids = body.path("deviceIds");
        if (!ids.isArray() || ids.isEmpty() || ids.size() > MAX_DEVICES) {
            return new Malformed("\"deviceIds\" must be a list of 1 to " + MAX_DEVICES + " device ids.");
        }
        var devices = new LinkedHashSet<DeviceId>();
        for (var place = 0; place < ids.size(); place++) {
            var device = ids.path(place).stringValueOpt().flatMap(DeviceId::parse);
            if (device.isEmpty()) {
                return new Malformed("Number " + (place + 1) + " of \"deviceIds\" is no device id.");
            }
            devices.add(device.get());
        }
        return new Valid(devices, body);
    }
}
