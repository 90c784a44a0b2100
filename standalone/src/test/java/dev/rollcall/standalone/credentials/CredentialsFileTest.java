package dev.rollcall.standalone.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsFileTest {
    private static final URI ENDPOINT = URI.create("http://localhost:8080/oauth2/token");

    @TempDir
    private Path directory = Path.of("");

    @Test
    void nobodyButItsOwnerCanReadIt() throws IOException {
        CredentialsFile.open(file(), ENDPOINT);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void secretsStayWhereThePortChanges() {
        var first = CredentialsFile.open(file(), ENDPOINT);
        var elsewhere = URI.create("http://localhost:9090/oauth2/token");

        var second = CredentialsFile.open(file(), elsewhere);

        assertThat(second.clients()).isEqualTo(first.clients());
        assertThat(CredentialsFile.read(file()).tokenEndpoint()).isEqualTo(elsewhere);
    }

    @Test
    void everyClientActsForOnePartyAndSupportForNone() {
        var clients = CredentialsFile.open(file(), ENDPOINT).clients();

        assertThat(clients)
                .extracting(ClientAccount::clientId)
                .containsExactly("contoso", "fabrikam", "contoso-mdm", "northwind", "oem", "support");
        assertThat(clients).extracting(client -> client.party().size()).containsExactly(1, 1, 1, 1, 1, 0);
    }

    @Test
    void secretsAreLongAndEachIsAnother() {
        var secrets = CredentialsFile.open(file(), ENDPOINT).clients().stream()
                .map(ClientAccount::clientSecret)
                .toList();

        assertThat(secrets)
                .doesNotHaveDuplicates()
                .allSatisfy(secret -> assertThat(secret).hasSizeGreaterThan(40));
    }

    @Test
    void anAccountKeepsItsSecretToItself() {
        var account = CredentialsFile.open(file(), ENDPOINT).clients().getFirst();

        assertThat(account.toString()).doesNotContain(account.clientSecret());
    }

    private Path file() {
        return directory.resolve("credentials.json");
    }
}
