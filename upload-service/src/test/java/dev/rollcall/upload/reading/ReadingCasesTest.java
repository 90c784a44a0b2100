package dev.rollcall.upload.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.upload.reading.UploadReading.Refused;
import dev.rollcall.upload.reading.UploadReading.Sound;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadingCasesTest {
    private static final Limits LIMITS = new Limits(1_000, 20_000);

    @ParameterizedTest
    @MethodSource("cases")
    void readsTheFilesThatPeopleReallyHave(ReadingCase given) throws IOException {
        var reading = UploadCheck.ofCsv(List.of(given.source()), LIMITS, RowRule.NONE);

        assertThat(describe(reading)).isEqualTo(given.expected());
    }

    static List<ReadingCase> cases() {
        return ReadingCase.all();
    }

    private static String describe(UploadReading reading) throws IOException {
        return switch (reading) {
            case Sound(var upload) -> describe(upload);
            case Refused(var refusal) ->
                "refused as " + refusal.kind() + "\n"
                        + refusal.problems().stream()
                                .map(problem -> problem.line() + ":" + problem.column() + " " + problem.message())
                                .collect(Collectors.joining("\n"));
        };
    }

    private static String describe(ReadableUpload upload) throws IOException {
        var lines = new ArrayList<String>();
        upload.forEachRow((number, row) -> lines.add("row " + number + " line " + row.line() + ": " + describe(row)));
        if (!upload.ignoredColumns().isEmpty()) {
            lines.add("ignored: " + String.join(", ", upload.ignoredColumns()));
        }
        return String.join("\n", lines);
    }

    private static String describe(Row row) {
        var columns = row.columns();
        return Stream.of(
                        named("serial", columns.serialNumber()),
                        named("manufacturer", columns.manufacturer()),
                        named("model", columns.model()),
                        named("product", columns.productId()),
                        named("hash", columns.hardwareHash()).replace(ReadingCase.HASH, "{hash}"),
                        named("tag", columns.groupTag()),
                        named("user", columns.assignedUser()),
                        named("fault", row.fault()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String named(String name, @Nullable String value) {
        return value == null ? "" : name + "=[" + value + "]";
    }
}
