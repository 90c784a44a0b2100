package dev.rollcall.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The promises are where everybody can read them.
class ContractIT {

    @ParameterizedTest
    @ValueSource(strings = {"upload-service", "status-service"})
    void isServedToWhoeverAsks(String service) throws IOException {
        var answer = Rollcall.NOBODY.http().get("/openapi/" + service + ".yml");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/yaml");
        assertThat(answer.body())
                .isEqualTo(Files.readString(Path.of("..", service, "src/main/resources/openapi", service + ".yml")));
    }
}
