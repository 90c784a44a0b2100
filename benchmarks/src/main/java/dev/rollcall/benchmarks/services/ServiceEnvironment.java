package dev.rollcall.benchmarks.services;

import dev.rollcall.benchmarks.server.Engines;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The environment variables by which an operator tells a service what it must know: addresses, passwords, whose tokens
/// are taken.
public record ServiceEnvironment(Engines engines, BenchIssuer issuer) {
    private static final String WITHOUT_LIMIT = "1000000";

    /// Of one service with a database of its own. The worker has one port only.
    public Map<String, String> of(String database, ServicePorts ports) {
        var variables = new LinkedHashMap<String, String>();
        variables.put("ROLLCALL_KAFKA", engines.bootstrapServers());
        engines.kafka().forEach((name, value) -> variables.put(kafkaVariable(name), value.toString()));
        variables.put("ROLLCALL_DATABASE_URL", engines.jdbcUrl(database));
        variables.put("ROLLCALL_DATABASE_USER", engines.postgresUser());
        variables.put("ROLLCALL_DATABASE_PASSWORD", engines.postgresPassword());
        variables.put("SERVER_ADDRESS", "127.0.0.1");
        variables.put("ROLLCALL_PORT", Integer.toString(ports.port()));
        variables.put("ROLLCALL_MANAGEMENT_PORT", Integer.toString(ports.management()));
        if (ports.port() != ports.management()) {
            variables.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        }
        variables.put("ROLLCALL_ISSUER", issuer.name());
        variables.put("ROLLCALL_ISSUER_KEYS", issuer.keys());
        variables.put("ROLLCALL_LIMITS_TENANT_READSPERMINUTE", WITHOUT_LIMIT);
        variables.put("ROLLCALL_LIMITS_TENANT_CALLSPERMINUTE", WITHOUT_LIMIT);
        variables.put("ROLLCALL_LIMITS_SUPPLIER_READSPERMINUTE", WITHOUT_LIMIT);
        return variables;
    }

    private static String kafkaVariable(String setting) {
        return "SPRING_KAFKA_PROPERTIES_" + setting.replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
