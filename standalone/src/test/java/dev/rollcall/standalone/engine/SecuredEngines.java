package dev.rollcall.standalone.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;

/// The engines as they run where the network is not one's own: Kafka takes SASL over TLS only, PostgreSQL offers TLS.
public record SecuredEngines(EmbeddedBroker broker, EmbeddedDatabase database, Path trusted) implements AutoCloseable {

    public static SecuredEngines start(Path directory)
            throws IOException, InterruptedException, GeneralSecurityException {
        var certificate = ServerCertificate.make(directory.resolve("certificate"));
        var broker = EmbeddedBroker.start(directory.resolve("kafka"), listenerSettings(certificate));
        var database = EmbeddedDatabase.start(
                directory.resolve("postgres"),
                Map.of(
                        "ssl", "on",
                        "ssl_cert_file", certificate.pem().toAbsolutePath().toString(),
                        "ssl_key_file",
                                certificate.privateKey().toAbsolutePath().toString()));
        return new SecuredEngines(broker, database, certificate.pem().toAbsolutePath());
    }

    /// As an operator writes them into a service's configuration.
    public Map<String, String> serviceProperties() {
        var properties = new HashMap<String, String>();
        properties.put("spring.kafka.bootstrap-servers", broker.bootstrapServers());
        properties.put("spring.kafka.security.protocol", "SASL_SSL");
        properties.put("spring.kafka.properties[sasl.mechanism]", BrokerLogin.MECHANISM);
        properties.put(
                "spring.kafka.properties[sasl.jaas.config]",
                broker.loginSettings().get("sasl.jaas.config"));
        properties.put("spring.kafka.ssl.trust-store-type", "PEM");
        properties.put("spring.kafka.ssl.trust-store-location", trusted.toUri().toString());
        properties.put("spring.datasource.url", database.jdbcUrl() + "?sslmode=verify-full&sslrootcert=" + trusted);
        properties.put("spring.datasource.username", database.user());
        properties.put("spring.datasource.password", database.password());
        return properties;
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    public Map<String, String> loginWithoutTls() {
        return broker.loginSettings();
    }

    @Override
    public void close() {
        broker.close();
        database.close();
    }

    private static Map<String, String> listenerSettings(ServerCertificate certificate) {
        return Map.of(
                "listener.security.protocol.map",
                "CLIENTS:SASL_SSL,CONTROLLER:SASL_SSL",
                "ssl.keystore.type",
                "PKCS12",
                "ssl.keystore.location",
                certificate.keyStore().toString(),
                "ssl.keystore.password",
                ServerCertificate.PASSWORD,
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                certificate.pem().toString());
    }
}
