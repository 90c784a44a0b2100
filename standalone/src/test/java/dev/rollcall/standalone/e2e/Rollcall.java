package dev.rollcall.standalone.e2e;

import dev.rollcall.standalone.credentials.CredentialsFile;
import dev.rollcall.standalone.server.ServerOptions;
import dev.rollcall.standalone.server.StandaloneServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The one server of all tests. They keep apart by devices of their own.
final class Rollcall {
    static final MovableClock CLOCK = new MovableClock();
    static final StandaloneServer SERVER = StandaloneServer.start(withAnotherPartner(), CLOCK);
    static final Party CONTOSO = party("contoso");
    static final Party FABRIKAM = party("fabrikam");
    static final Party MANAGEMENT = party("contoso-mdm");
    static final Party NORTHWIND = party("northwind");
    static final Party TAILSPIN = party("tailspin");
    static final Party SUPPLIER = party("oem");
    static final Party SUPPORT = party("support");
    static final Party NOBODY = new Party("nobody", new Http(SERVER.addresses().api(), null));

    private Rollcall() {}

    static ServerOptions freshOptions() {
        try {
            return new ServerOptions(Files.createTempDirectory(Path.of("target"), "e2e-"), 0, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The operator has added a client to the file.
    private static ServerOptions withAnotherPartner() {
        var options = freshOptions();
        var file = options.dataDirectory().resolve("credentials.json");
        CredentialsFile.open(file, URI.create("http://localhost/oauth2/token"));
        try {
            var credentials = (ObjectNode) JsonMapper.shared().readTree(Files.readString(file));
            var scopes = credentials
                    .withArray("clients")
                    .addObject()
                    .put("clientId", "tailspin")
                    .put("clientSecret", UUID.randomUUID().toString())
                    .put("partner", "tailspin")
                    .putArray("scopes");
            Stream.of("devices:register", "devices:read", "partners:manage").forEach(scopes::add);
            Files.writeString(file, credentials.toString());
            return options;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Http management() {
        return new Http(SERVER.addresses().management(), null);
    }

    private static Party party(String clientId) {
        return Party.of(SERVER, clientId);
    }
}
