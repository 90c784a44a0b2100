package dev.rollcall.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class MetricsIT {
    private final UploadServer server = UploadServer.shared();

    @Test
    void countsUploadsAndRowsByOutcome() throws IOException, InterruptedException {
        server.post("/v1/batches")
                .as(Tokens.tenant("metered", "devices:register"))
                .sendCsv("Serial Number\nS1");

        assertThat(management("/actuator/prometheus"))
                .contains("rollcall_uploads_total{kind=\"batch\",outcome=\"accepted\"}")
                .contains("rollcall_upload_rows_total{kind=\"batch\",outcome=\"accepted\"}")
                .doesNotContain("metered");
    }

    @Test
    void countsWhatItsSenderBrokeOff() throws IOException {
        var token = Tokens.tenant("metered", "devices:register");
        try (var sender = new SlowSender(server, "/v1/batches", "text/csv", token)) {
            sender.send("Serial Number\n");
            sender.reset();
        }

        await().untilAsserted(() -> assertThat(management("/actuator/prometheus"))
                .contains("rollcall_uploads_total{kind=\"batch\",outcome=\"broken-off\"}"));
    }

    @Test
    void tellsOnAPortOfItsOwnWhetherItIsAliveAndReady() throws IOException, InterruptedException {
        assertThat(management("/actuator/health/liveness")).contains("UP");
        assertThat(management("/actuator/health/readiness")).contains("UP");
    }

    private String management(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.managementPort() + path))
                .build();
        return UploadServer.HTTP.send(request, BodyHandlers.ofString()).body();
    }
}
