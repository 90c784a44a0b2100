package dev.rollcall.standalone.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadBodyTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void filesTravelAsOneForm() throws IOException {
        var body = UploadBody.of(List.of(file("a.csv"), file("b.zip")));

        assertThat(body.contentType()).startsWith("multipart/form-data; boundary=");
    }

    @Test
    void theLengthIsKnownBeforehand() throws IOException {
        var body = UploadBody.of(List.of(file("a.csv")));

        assertThat(body.publisher(_ -> {}).contentLength()).isPositive();
    }

    @Test
    void jsonTravelsAsItIsAndAlone() throws IOException {
        var json = file("devices.json");
        var csv = file("a.csv");

        assertThat(UploadBody.of(List.of(json)).contentType()).isEqualTo("application/json");
        assertThatExceptionOfType(ClientFailure.class).isThrownBy(() -> UploadBody.of(List.of(json, csv)));
    }

    private Path file(String name) throws IOException {
        return Files.writeString(directory.resolve(name), "content");
    }
}
