package dev.rollcall.upload.reading;

import dev.rollcall.upload.reading.Refusal.Kind;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// The rows of a JSON body, `{"devices": [{…}, …]}`, read as a stream. The line of a row is that on which its object
/// begins.
final class JsonRows implements RowSource {
    private final SourceFile file;
    private final int maxRecordLength;
    private final JsonFactory json;
    private final IgnoredColumns ignored = new IgnoredColumns();

    JsonRows(SourceFile file, int maxRecordLength) {
        this.file = file;
        this.maxRecordLength = maxRecordLength;
        this.json = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(maxRecordLength)
                        .maxNameLength(1_000)
                        .maxNestingDepth(50)
                        .build())
                .build();
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public List<String> ignoredColumns() {
        return ignored.names();
    }

    @Override
    public void read(Problems problems, Predicate<Row> visitor) throws IOException {
        try (var input = file.content().open();
                var parser = json.createParser(ObjectReadContext.empty(), input)) {
            readBody(parser, problems, visitor);
        } catch (StreamConstraintsException e) {
            problems.add(problem(e, "a text is longer than " + maxRecordLength + " characters, or nested too deeply"));
        } catch (JacksonException e) {
            problems.add(Kind.MALFORMED, problem(unlessOutage(e), "the JSON is malformed here"));
        }
    }

    @Override
    public void walk(Problems problems, LongPredicate visitor) throws IOException {
        read(problems, row -> visitor.test(row.line()));
    }

    private void readBody(JsonParser parser, Problems problems, Predicate<Row> visitor) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            problems.add(problem(parser, "the body must be an object with an array named \"devices\""));
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var devices = parser.currentName().equals("devices");
            var value = parser.nextToken();
            if (devices && value != JsonToken.START_ARRAY) {
                problems.add(problem(parser, "\"devices\" must be an array"));
                return;
            }
            if (devices && !readDevices(parser, problems, visitor)) {
                return;
            }
            parser.skipChildren();
        }
        parser.nextToken();
        if (parser.currentToken() != null) {
            problems.add(Kind.MALFORMED, problem(parser, "the JSON goes on after its end"));
        }
    }

    private boolean readDevices(JsonParser parser, Problems problems, Predicate<Row> visitor) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var device = new JsonDevice(file.name(), maxRecordLength, ignored);
            var row = device.read(parser, problems);
            if (problems.isFull() || !visitor.test(row)) {
                return false;
            }
        }
        return true;
    }

    private static JacksonException unlessOutage(JacksonException e) {
        var ofText =
                e.getCause() instanceof CharConversionException || e.getCause() instanceof CharacterCodingException;
        if (e instanceof JacksonIOException && !ofText) {
            throw e;
        }
        return e;
    }

    private Problem problem(JacksonException e, String message) {
        var location = e.getLocation();
        return location == null
                ? Problem.inFile(file.name(), message)
                : Problem.at(
                        file.name(), Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()), message);
    }

    private Problem problem(JsonParser parser, String message) {
        return JsonDevice.problem(file.name(), parser, message);
    }
}
