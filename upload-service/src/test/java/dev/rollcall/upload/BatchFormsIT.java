package dev.rollcall.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.events.BatchAccepted;
import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.fixtures.HardwareHashEncoder;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BatchFormsIT {
    private static final String HASH =
            HardwareHashEncoder.of("Contoso", "ContosoBook 13", "000123456789").encode();
    private final String token = Tokens.tenant("contoso", "devices:register");
    private UploadServer server;

    @BeforeAll
    void start() {
        server = UploadServer.start(Map.of());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void publishesEveryRowOfACsvBody() {
        var answer = server.post("/v1/batches")
                .as(token)
                .sendCsv("Device Serial Number,Windows Product ID,Hardware Hash\r\n000123456789,," + HASH + "\r\n");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(server.tap().requests()).singleElement().isInstanceOf(RegistrationRequested.class);
        assertThat(server.tap().batches()).singleElement().isInstanceOf(BatchAccepted.class);
    }
}
