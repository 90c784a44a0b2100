package dev.rollcall.standalone.demo;

import dev.rollcall.standalone.engine.StartFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// The sample files, unpacked from the jar for the time of the demo.
record Samples(Path directory, Index index) implements AutoCloseable {
    private static final String INDEX = "expected.json";

    /// `expected.json`: the catalog's file and all samples in their order.
    record Index(String catalog, List<Sample> files) {}

    static Samples unpack() {
        try (var json = resource(INDEX)) {
            var index = JsonMapper.shared().readValue(json, Index.class);
            var directory = Files.createTempDirectory("rollcall-samples");
            var samples = new Samples(directory, index);
            var names = Stream.concat(
                    Stream.of(index.catalog()), index.files().stream().map(Sample::name));
            for (var name : names.toList()) {
                try (var content = resource(name)) {
                    Files.copy(content, samples.file(name));
                }
            }
            return samples;
        } catch (IOException e) {
            throw new StartFailure("the samples can't be unpacked: " + e.getMessage(), e);
        }
    }

    Path catalog() {
        return file(index.catalog());
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    List<Sample> going(Sample.Way way) {
        return index.files().stream().filter(sample -> sample.way() == way).toList();
    }

    @Override
    public void close() {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new StartFailure("the samples in " + directory + " can't be removed", e);
        }
    }

    private static InputStream resource(String name) throws IOException {
        var resource = Samples.class.getResourceAsStream("/samples/" + name);
        if (resource == null) {
            throw new IOException("no sample " + name);
        }
        return resource;
    }
}
