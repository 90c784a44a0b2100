package dev.rollcall.standalone.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsFileTest {
    private static final URI ENDPOINT = URI.create("http://localhost:8080/oauth2/token");
    private static final String OLD_FORM = """
            {
              "tokenEndpoint" : "http://localhost:8080/oauth2/token",
              "clients" : [
                {"clientId": "contoso", "clientSecret": "c", "tenant": "contoso", "scopes": ["devices:read"]},
                {"clientId": "northwind", "clientSecret": "n", "partner": "northwind", "scopes": ["devices:read"]},
                {"clientId": "fabrikam", "clientSecret": "f", "tenant": "litware", "scopes": ["devices:read"]},
                {"clientId": "own", "clientSecret": "o", "tenant": "contoso", "scopes": ["devices:read"]}
              ]
            }
            """;

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

    @Test
    void oneAdminOfEachOrganizationAndOfThePartnerCanSignIn() {
        var users = CredentialsFile.open(file(), ENDPOINT).users();

        assertThat(users)
                .extracting(UserAccount::username)
                .containsExactly("contoso-admin", "fabrikam-admin", "northwind-admin");
        assertThat(users)
                .extracting(UserAccount::password)
                .doesNotHaveDuplicates()
                .allSatisfy(password -> assertThat(password).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}"));
        assertThat(users.getFirst().toString()).doesNotContain(users.getFirst().password());
    }

    @Test
    void aFileOfTheOldFormGetsTheNewScopesAndTheUsersAndKeepsAllElse() throws IOException {
        Files.writeString(file(), OLD_FORM);

        var credentials = CredentialsFile.open(file(), ENDPOINT);

        assertThat(credentials.clients())
                .containsExactly(
                        contoso("devices:read", "partners:manage", "audit:read"),
                        new ClientAccount(
                                "northwind", "n", null, "northwind", null, List.of("devices:read", "partners:manage")),
                        new ClientAccount("fabrikam", "f", "litware", null, null, List.of("devices:read")),
                        new ClientAccount("own", "o", "contoso", null, null, List.of("devices:read")));
        assertThat(credentials.users())
                .extracting(UserAccount::username)
                .containsExactly("contoso-admin", "northwind-admin");
        assertThat(CredentialsFile.read(file())).isEqualTo(credentials);
    }

    @Test
    void whatWasTakenAwayAfterTheUpgradeStaysAway() throws IOException {
        Files.writeString(file(), OLD_FORM);
        var upgraded = CredentialsFile.open(file(), ENDPOINT);
        var text = Files.readString(file());
        Files.writeString(file(), text.replace(", \"audit:read\"", "").replace("contoso-admin", "ada"));

        var again = CredentialsFile.open(file(), ENDPOINT);

        assertThat(upgraded.clients().getFirst().scopes()).contains("audit:read");
        assertThat(again.clients().getFirst()).isEqualTo(contoso("devices:read", "partners:manage"));
        assertThat(again.users()).extracting(UserAccount::username).containsExactly("ada", "northwind-admin");
    }

    private static ClientAccount contoso(String... scopes) {
        return new ClientAccount("contoso", "c", "contoso", null, null, List.of(scopes));
    }

    private Path file() {
        return directory.resolve("credentials.json");
    }
}
