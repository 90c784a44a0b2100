package dev.rollcall.standalone.server;

import dev.rollcall.standalone.credentials.Credentials;
import dev.rollcall.standalone.credentials.CredentialsFile;
import dev.rollcall.standalone.engine.DataDirectory;
import dev.rollcall.standalone.issuer.SigningKeyFile;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

/// A running Rollcall: engines, issuer and services. Closing it stops the web server and the
/// listeners first, then Kafka and PostgreSQL, and gives the data directory free last; the end of
/// the process, by Ctrl-C say, closes it too.
public final class StandaloneServer implements AutoCloseable {
    private final Opened opened = new Opened();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ProcessEnd ending;
    private final Addresses addresses;
    private final DataDirectory directory;
    private final Credentials credentials;
    private final Engines engines;
    private final ConfigurableApplicationContext services;

    private StandaloneServer(ServerOptions options, InstantSource clock) {
        ending = ProcessEnd.closes(this::closeAll);
        try {
            addresses = Addresses.choose(options);
            directory = opened.keep(DataDirectory.open(options.dataDirectory()));
            credentials = CredentialsFile.open(directory.credentials(), addresses.tokenEndpoint());
            var signingKeys = SigningKeyFile.open(
                    directory.signingKeys(), InstantSource.system().instant());
            engines = Engines.start(directory, opened);
            services = opened.keep(
                    new ServicesContext(addresses, engines, directory).start(clock, credentials, signingKeys));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /// Returns once requests are served. `clock` is the time of the services; tokens keep to the
    /// real one.
    public static StandaloneServer start(ServerOptions options, InstantSource clock) {
        return new StandaloneServer(options, clock);
    }

    public Addresses addresses() {
        return addresses;
    }

    public DataDirectory directory() {
        return directory;
    }

    public Credentials credentials() {
        return credentials;
    }

    /// What a client of Kafka must know to connect.
    public Map<String, Object> kafkaClientSettings() {
        var settings = new HashMap<String, Object>(engines.broker().loginSettings());
        settings.put("bootstrap.servers", engines.broker().bootstrapServers());
        return settings;
    }

    ConfigurableApplicationContext services() {
        return services;
    }

    /// The Kafka listeners of the services, to be stopped and started by their ids.
    public KafkaListenerEndpointRegistry listeners() {
        return services.getBean(KafkaListenerEndpointRegistry.class);
    }

    /// Blocks until someone closes it.
    public void awaitClose() throws InterruptedException {
        closed.await();
    }

    @Override
    public void close() {
        closeAll();
        ending.forget();
    }

    private void closeAll() {
        opened.close();
        closed.countDown();
    }
}
