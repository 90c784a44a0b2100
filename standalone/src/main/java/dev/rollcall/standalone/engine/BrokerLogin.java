package dev.rollcall.standalone.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// The one user of the broker, as its listeners know it and as its clients give it.
record BrokerLogin(String password) {
    static final String MECHANISM = "PLAIN";
    private static final String USER = "rollcall";
    private static final String GIVEN =
            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%1$s\" password=\"%2$s\"";
    private static final String KNOWN = GIVEN + " user_%1$s=\"%2$s\";";

    static BrokerLogin open(Path directory) {
        try {
            return new BrokerLogin(SecretFile.open(directory.resolve("password")));
        } catch (IOException e) {
            throw new StartFailure("the password of Kafka can't be kept in " + directory, e);
        }
    }

    /// For clients. The channel itself is not encrypted: it does not leave the machine.
    Map<String, String> clientSettings() {
        return Map.of(
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                MECHANISM,
                "sasl.jaas.config",
                GIVEN.formatted(USER, password) + ";");
    }

    /// For a listener, which is a client of the others too.
    String known() {
        return KNOWN.formatted(USER, password);
    }

    @Override
    public String toString() {
        return "BrokerLogin[" + USER + "]";
    }
}
