package dev.rollcall.standalone.e2e;

import dev.rollcall.standalone.credentials.CredentialsFile;
import dev.rollcall.standalone.server.ServerOptions;
import dev.rollcall.standalone.server.StandaloneServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.kafka.listener.MessageListenerContainer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The one server of all tests. They keep apart by devices of their own.
final class Rollcall {
    private static final Set<String> REGISTRATION = Set.of("registration", "registration-bulk");

    static final MovableClock CLOCK = new MovableClock();
    static final StandaloneServer SERVER = StandaloneServer.start(withOthers(), CLOCK);
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

    /// The operator has added a client and two users to the file.
    private static ServerOptions withOthers() {
        var options = freshOptions();
        var file = options.dataDirectory().resolve("credentials.json");
        CredentialsFile.open(file, URI.create("http://localhost/oauth2/token"));
        try {
            var credentials = (ObjectNode) JsonMapper.shared().readTree(Files.readString(file));
            account(credentials.withArray("clients"), "partner", "tailspin")
                    .put("clientId", "tailspin")
                    .put("clientSecret", UUID.randomUUID().toString());
            account(credentials.withArray("users"), "tenant", "wingtip")
                    .put("username", "wingtip-admin")
                    .put("password", UUID.randomUUID().toString());
            account(credentials.withArray("users"), "supplier", "oem")
                    .put("username", "oem-admin")
                    .put("password", UUID.randomUUID().toString());
            Files.writeString(file, credentials.toString());
            return options;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode account(ArrayNode accounts, String party, String name) {
        var account = accounts.addObject().put(party, name);
        var scopes = account.putArray("scopes");
        Stream.of("devices:register", "devices:read", "partners:manage").forEach(scopes::add);
        return account;
    }

    /// Requests are taken and nothing decides them, until it is closed.
    static Pause withoutRegistration() {
        var workers = SERVER.listeners().getListenerContainers().stream()
                .filter(container -> REGISTRATION.contains(String.valueOf(container.getListenerId())))
                .toList();
        workers.forEach(MessageListenerContainer::stop);
        return () -> workers.forEach(MessageListenerContainer::start);
    }

    interface Pause extends AutoCloseable {
        @Override
        void close();
    }

    static Http management() {
        return new Http(SERVER.addresses().management(), null);
    }

    private static Party party(String clientId) {
        return Party.of(SERVER, clientId);
    }
}
