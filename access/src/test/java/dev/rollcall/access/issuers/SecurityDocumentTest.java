package dev.rollcall.access.issuers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityDocumentTest {

    @ParameterizedTest
    @ValueSource(strings = {"entra-id.yml", "keycloak.yml"})
    void quotesTheVeryPropertiesThatAreTried(String example) throws IOException {
        var document = Files.readString(Path.of("..", "docs", "security.md"));

        assertThat(document).contains(Files.readString(Path.of("src", "test", "resources", "issuers", example)));
    }
}
