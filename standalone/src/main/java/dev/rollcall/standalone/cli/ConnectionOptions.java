package dev.rollcall.standalone.cli;

import dev.rollcall.standalone.client.ClientCredentialsTokens;
import dev.rollcall.standalone.client.ClientFailure;
import dev.rollcall.standalone.client.RollcallApi;
import dev.rollcall.standalone.client.Tokens;
import dev.rollcall.standalone.credentials.ClientAccount;
import dev.rollcall.standalone.credentials.Credentials;
import dev.rollcall.standalone.credentials.CredentialsFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which server to talk to, and as whom. On the machine of the server its credentials file answers
/// what no option does.
final class ConnectionOptions {
    static final String USUAL_TENANT = "contoso";
    static final String USUAL_PARTNER = "northwind";

    private static final URI DEFAULT_SERVER = URI.create("http://localhost:8080");

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "${env:ROLLCALL_URL}",
            description = "the server (that of the credentials file, or http://localhost:8080)")
    private @Nullable URI url;

    @Option(
            names = "--client-id",
            paramLabel = "ID",
            defaultValue = "${env:ROLLCALL_CLIENT_ID}",
            description = "the client to act as (contoso, and northwind for what partners do)")
    private @Nullable String clientId;

    @Option(
            names = "--client-secret",
            paramLabel = "SECRET",
            defaultValue = "${env:ROLLCALL_CLIENT_SECRET}",
            description = "its secret (that of the credentials file)")
    private @Nullable String clientSecret;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:ROLLCALL_TOKEN}",
            description = "a bearer token, instead of client and secret")
    private @Nullable String token;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = DataDirectoryDefault.TEXT,
            description = "the server's data directory, where its credentials file is")
    private Path dataDirectory = Path.of("data");

    /// Acts as `usualClient` where no option says otherwise.
    RollcallApi api(String usualClient) {
        return new RollcallApi(server(), tokens(clientId == null ? usualClient : clientId));
    }

    URI server() {
        if (url != null) {
            return url;
        }
        return credentials().map(known -> known.tokenEndpoint().resolve("/")).orElse(DEFAULT_SERVER);
    }

    private Tokens tokens(String client) {
        if (token != null) {
            var given = token;
            return () -> given;
        }
        return new ClientCredentialsTokens(server().resolve("/oauth2/token"), client, secret(client));
    }

    private String secret(String client) {
        if (clientSecret != null) {
            return clientSecret;
        }
        return credentials()
                .flatMap(known -> known.client(client))
                .map(ClientAccount::clientSecret)
                .orElseThrow(() -> new ClientFailure("no secret for client " + client
                        + ": give --client-secret or --token, or the --data-dir of the server"));
    }

    private Optional<Credentials> credentials() {
        var file = dataDirectory.resolve("credentials.json");
        return Files.isReadable(file) ? Optional.of(CredentialsFile.read(file)) : Optional.empty();
    }
}
