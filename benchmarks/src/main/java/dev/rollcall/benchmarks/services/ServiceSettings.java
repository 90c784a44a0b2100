package dev.rollcall.benchmarks.services;

import dev.rollcall.benchmarks.server.Engines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/// The properties of a service as an operator would set them: addresses, passwords, whose tokens are taken. They are in
/// a file, so that no password is in a list of processes.
record ServiceSettings(Engines engines, BenchIssuer issuer) {

    /// Of one service with a database of its own. The worker has one port only.
    Path write(Path file, String database, ServicePorts ports, Map<String, String> more) throws IOException {
        var settings = new LinkedHashMap<String, String>();
        engines.kafka().forEach((name, value) -> settings.put("spring.kafka.properties." + name, value.toString()));
        settings.put("spring.kafka.bootstrap-servers", engines.bootstrapServers());
        settings.put("spring.datasource.url", engines.jdbcUrl(database));
        settings.put("spring.datasource.username", engines.postgresUser());
        settings.put("spring.datasource.password", engines.postgresPassword());
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", Integer.toString(ports.port()));
        if (ports.port() != ports.management()) {
            settings.put("management.server.port", Integer.toString(ports.management()));
        }
        settings.put("rollcall.security.issuers[0].issuer", issuer.name());
        settings.put("rollcall.security.issuers[0].jwk-set-uri", issuer.keys());
        settings.put("rollcall.security.issuers[0].audiences", "rollcall");
        settings.put("rollcall.limits.tenant.reads-per-minute", "1000000");
        settings.put("rollcall.limits.tenant.calls-per-minute", "1000000");
        settings.put("rollcall.limits.supplier.reads-per-minute", "1000000");
        settings.putAll(more);
        var properties = new Properties();
        properties.putAll(settings);
        try (var out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
        return file;
    }
}
