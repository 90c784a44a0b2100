package dev.rollcall.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.registration.RegistrationServiceApplication;
import dev.rollcall.standalone.engine.SecuredEngines;
import dev.rollcall.status.StatusServiceApplication;
import dev.rollcall.upload.UploadServiceApplication;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The three services as they run in production, each a context of its own, on a Kafka that takes SASL over TLS only
/// and a PostgreSQL whose certificate they verify: all by properties.
class SecureTransportIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path directory = Path.of("");

    @Test
    void aDeviceIsRegisteredOverEncryptedConnectionsOnly() throws Exception {
        try (var engines = SecuredEngines.start(directory);
                var status = start(StatusServiceApplication.class, engines, Map.of());
                var registration = start(RegistrationServiceApplication.class, engines, Map.of());
                var upload = start(UploadServiceApplication.class, engines, spool())) {
            var device = TestDevice.fresh();

            at(upload, Rollcall.SUPPLIER).listInCatalog(TestDevice.catalog(List.of(device)));
            var batch = at(upload, Rollcall.CONTOSO).post(TestDevice.script(device));

            var portal = at(status, Rollcall.CONTOSO);
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(portal.outcomes(batch)).containsExactly("Registered"));
            assertThat(unencrypted(registration)).isZero();
            assertThat(whoSpeaksWithoutTlsIsHeard(engines)).isFalse();
        }
    }

    private Map<String, String> spool() {
        return Map.of("rollcall.upload.spool-dir", directory.resolve("spool").toString());
    }

    private static ConfigurableApplicationContext start(
            Class<?> service, SecuredEngines engines, Map<String, String> additional) {
        var properties = new HashMap<>(engines.serviceProperties());
        properties.put("server.port", "0");
        properties.put("management.server.port", "0");
        properties.put("management.endpoint.health.validate-group-membership", "false");
        properties.put(
                "rollcall.security.issuers[0].issuer",
                Rollcall.SERVER.addresses().api().toString());
        properties.putAll(additional);
        var application = new SpringApplication(service);
        application.setRegisterShutdownHook(false);
        return application.run(properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new));
    }

    private static Party at(ConfigurableApplicationContext service, Party party) {
        var port = service.getEnvironment().getRequiredProperty("local.server.port");
        return new Party(
                party.name(),
                new Http(URI.create("http://127.0.0.1:" + port), party.http().token()));
    }

    /// Connections to the database that a listener on the wire could read.
    private static long unencrypted(ConfigurableApplicationContext service) {
        return service.getBean(JdbcClient.class).sql("""
                        SELECT count(*) FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)
                         WHERE backend_type = 'client backend' AND NOT ssl
                        """).query(Long.class).single();
    }

    private static boolean whoSpeaksWithoutTlsIsHeard(SecuredEngines engines) throws InterruptedException {
        var settings = new HashMap<String, Object>(engines.loginWithoutTls());
        settings.put("bootstrap.servers", engines.bootstrapServers());
        settings.put("default.api.timeout.ms", 4000);
        settings.put("request.timeout.ms", 3000);
        try (var admin = Admin.create(settings)) {
            admin.listTopics().names().get(10, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException _) {
            return false;
        }
    }
}
