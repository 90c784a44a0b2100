package dev.rollcall.standalone.samples;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The JSON form of an upload.
final class Devices {
    static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Devices() {}

    static byte[] json(List<Row> rows) {
        var devices = rows.stream().map(Devices::device).toList();
        return (JSON.writeValueAsString(Map.of("devices", devices)).replace("\r\n", "\n") + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> device(Row row) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("serialNumber", row.serialNumber());
        fields.put("manufacturer", row.manufacturer());
        fields.put("model", row.model());
        fields.put("hardwareHash", row.hash());
        fields.put("groupTag", row.groupTag());
        fields.values().removeIf(String::isEmpty);
        return fields;
    }
}
