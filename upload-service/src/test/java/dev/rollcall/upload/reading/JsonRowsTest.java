package dev.rollcall.upload.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.identity.DeviceColumns;
import dev.rollcall.upload.reading.Refusal.Kind;
import dev.rollcall.upload.reading.UploadReading.Refused;
import dev.rollcall.upload.reading.UploadReading.Sound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonRowsTest {
    private static final Limits LIMITS = new Limits(10, 100);

    @Test
    void readsEveryFieldOfTheContract() throws IOException {
        var upload = sound("""
                {"devices": [
                  {"serialNumber": "0001", "manufacturer": "Contoso", "model": "Book", "productId": "00330",
                   "hardwareHash": " T0Fk ", "groupTag": "Kiosk", "assignedUser": "ann@contoso.com"},
                  {"serialNumber": null}
                ]}""");

        var rows = new ArrayList<Row>();
        upload.forEachRow((_, row) -> rows.add(row));

        var all = new DeviceColumns("0001", "Contoso", "Book", "00330", "T0Fk", "Kiosk", "ann@contoso.com");
        var none = new DeviceColumns(null, null, null, null, null, null, null);
        assertThat(rows).containsExactly(new Row("body.json", 2, all, null), new Row("body.json", 4, none, null));
    }

    @Test
    void ignoresUnknownFieldsAndSaysSo() throws IOException {
        var upload =
                sound("{\"by\":{\"a\":[1,2]},\"devices\":[{\"serialNumber\":\"1\",\"colour\":{\"rgb\":[0]},\"x\":1}]}");

        assertThat(upload.rowCount()).isEqualTo(1);
        assertThat(upload.ignoredColumns()).containsExactly("colour", "x");
    }

    @Test
    void showsNamesOfUnknownFieldsInAFormThatEveryoneCanStore() throws IOException {
        var upload = sound("{\"devices\":[{\"\\u0000a\":1,\" \":1,\"%s\":1}]}".formatted("x".repeat(99) + "😀"));

        assertThat(upload.ignoredColumns()).containsExactly("?a", "x".repeat(99) + "?…");
    }

    @Test
    void takesTextAsItIsBecauseJsonNeedsNoGuardAgainstFormulas() throws IOException {
        var upload = sound("{\"devices\":[{\"groupTag\":\"'=x\"}]}");

        upload.forEachRow((_, row) -> {
            assertThat(row.columns().groupTag()).isEqualTo("'=x");
            return true;
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"devices":[{"serialNumber":7}]}            | 1 | 29 | "serialNumber" must be a string
                    {"devices":[{"model":{"a":1}}]}             | 1 | 22 | "model" must be a string
                    {"devices":[7]}                             | 1 | 13 | a device must be an object
                    {"devices":{}}                              | 1 | 12 | "devices" must be an array
                    [{"serialNumber":"1"}]                      | 1 | 1  | the body must be an object with an array named "devices"
                    {"devices":[{"serialNumber":"a\\u0000b"}]}  | 1 | 29 | the text holds a NUL character or half of a surrogate pair
                    {"devices":[{"serialNumber":"\\ud800"}]}    | 1 | 29 | the text holds a NUL character or half of a surrogate pair
                    """)
    void refusesWhatIsNoDevice(String body, long line, long column, String message) throws IOException {
        var refusal = refused(body);

        assertThat(refusal.kind()).isEqualTo(Kind.UNREADABLE);
        assertThat(refusal.problems().getFirst()).isEqualTo(Problem.at("body.json", line, column, message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"devices":[{"serialNumber":"1"
                    {"devices":[{"serialNumber":}]}
                    {"devices":[]} trailing
                    {"devices":[{"serialNumber":"1"}]}{}
                    nonsense
                    """)
    void callsBrokenJsonMalformed(String body) throws IOException {
        var refusal = refused(body);

        assertThat(refusal.kind()).isEqualTo(Kind.MALFORMED);
        assertThat(refusal.problems().getFirst().line()).isEqualTo(1);
        assertThat(refusal.problems().getFirst().column()).isPositive();
    }

    @Test
    void refusesAnUploadWithoutDevices() throws IOException {
        assertThat(refused("{\"devices\":[]}").problems().getFirst().message()).startsWith("no rows");
        assertThat(refused("{}").problems().getFirst().message()).startsWith("no rows");
    }

    @Test
    void refusesATextLongerThanARecordMayBe() throws IOException {
        var refusal = refused("{\"devices\":[{\"hardwareHash\":\"" + "T".repeat(300_000) + "\"}]}");

        assertThat(refusal.kind()).isEqualTo(Kind.UNREADABLE);
        assertThat(refusal.problems().getFirst().message()).contains("longer than 100 characters");
    }

    @Test
    void refusesADeviceWhoseTextsTogetherAreTooLong() throws IOException {
        var half = "x".repeat(60);
        var refusal = refused("{\"devices\":[{\"model\":\"" + half + "\",\"groupTag\":\"" + half + "\"}]}");

        assertThat(refusal.problems().getFirst().message()).isEqualTo("the device is longer than 100 characters");
    }

    private static ReadableUpload sound(String body) throws IOException {
        var reading = UploadCheck.ofJson(file(body), LIMITS, RowRule.NONE);
        assertThat(reading).isInstanceOf(Sound.class);
        return ((Sound) reading).upload();
    }

    private static Refusal refused(String body) throws IOException {
        var reading = UploadCheck.ofJson(file(body), LIMITS, RowRule.NONE);
        assertThat(reading).isInstanceOf(Refused.class);
        return ((Refused) reading).refusal();
    }

    private static SourceFile file(String body) {
        return new SourceFile("body.json", () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
