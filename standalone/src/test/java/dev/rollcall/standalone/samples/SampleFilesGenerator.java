package dev.rollcall.standalone.samples;

import dev.rollcall.standalone.samples.Row.Device;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes all of `samples/` but its README. `main` writes the files; the test next to it compares
/// them with what is there.
final class SampleFilesGenerator {
    static final Path DIRECTORY = Path.of("..", "samples");

    private static final String CATALOG = "device-catalog.csv";
    private static final String EXPECTED = "expected.json";

    private SampleFilesGenerator() {}

    public static void main(String[] arguments) throws IOException {
        Files.createDirectories(DIRECTORY);
        for (var file : files().entrySet()) {
            Files.write(DIRECTORY.resolve(file.getKey()), file.getValue());
        }
    }

    /// By name.
    static Map<String, byte[]> files() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put(CATALOG, catalog());
        SampleFiles.all()
                .forEach(sample -> files.put(sample.name(), sample.content().get()));
        files.put(EXPECTED, expected());
        return files;
    }

    private static byte[] catalog() {
        var lines = new ArrayList<List<String>>();
        lines.add(List.of("Manufacturer", "Model", "Serial Number"));
        for (Device device : SampleDevices.catalog()) {
            lines.add(List.of(device.manufacturer(), device.model(), device.serialNumber()));
        }
        return Csv.commas(StandardCharsets.UTF_8, false).write(lines);
    }

    private static byte[] expected() {
        var expected = new LinkedHashMap<String, Object>();
        expected.put("catalog", CATALOG);
        expected.put(
                "files",
                SampleFiles.all().stream().map(SampleFilesGenerator::expected).toList());
        return (Devices.JSON.writeValueAsString(expected).replace("\r\n", "\n") + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> expected(SampleFile sample) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("name", sample.name());
        entry.put("what", sample.what());
        entry.put("postedBy", sample.postedBy());
        entry.put("way", sample.way());
        entry.put(
                "rows",
                sample.rows().stream().map(SampleFilesGenerator::expected).toList());
        return entry;
    }

    private static Map<String, Object> expected(Row row) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("serialNumber", row.serialNumber());
        entry.put("outcome", row.outcome());
        entry.put("state", row.state());
        if (row.seen() != null) {
            entry.put("seen", row.seen());
        }
        return entry;
    }
}
