package dev.rollcall.benchmarks.services;

import dev.rollcall.benchmarks.server.Engines;
import dev.rollcall.benchmarks.server.UnpackedJar;
import dev.rollcall.benchmarks.server.WorkDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What an operator has at hand beside psql and curl: Kafka's scripts and `./rollcall`, and the addresses of the
/// engines in the variables that the runbooks name. Kafka's scripts are what Kafka's are: a JVM with the class of the
/// tool.
record OperatorsDesk(Path directory, Map<String, String> environment) {
    private static final Map<String, String> KAFKA = Map.of(
            "kafka-consumer-groups.sh", "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand",
            "kafka-topics.sh", "org.apache.kafka.tools.TopicCommand");

    OperatorsDesk {
        environment = Map.copyOf(environment);
    }

    static OperatorsDesk beside(Path home, WorkDirectory work, Engines engines) {
        try {
            return laidOut(home, work, engines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OperatorsDesk laidOut(Path home, WorkDirectory work, Engines engines) throws IOException {
        var directory = Files.createDirectories(work.file("desk"));
        Files.createDirectories(directory.resolve("backup"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        for (var tool : KAFKA.entrySet()) {
            var classPath = System.getProperty("java.class.path");
            script(
                    directory.resolve(tool.getKey()),
                    List.of(java, "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", classPath, tool.getValue()));
        }
        script(directory.resolve("rollcall"), rollcall(home, directory, java));
        var environment = new HashMap<String, String>();
        environment.put("KAFKA", engines.bootstrapServers());
        environment.put(
                "CLIENT", engines.kafkaLog().resolve("client.properties").toString());
        for (var database : List.of("upload", "registration", "status")) {
            environment.put(database.toUpperCase(Locale.ROOT) + "_DATABASE", address(engines, database));
        }
        environment.put("ADMIN", address(engines, "postgres"));
        return new OperatorsDesk(directory, environment);
    }

    Runbook runbook(String title) throws IOException {
        return Runbook.titled(title, directory, environment);
    }

    /// As `./rollcall` has it: the jar unpacked once. What the JVM has loaded it keeps for the next time.
    private static List<String> rollcall(Path home, Path directory, String java) {
        return List.of(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:TieredStopAtLevel=1",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + directory.resolve("rollcall.jsa"),
                "-Xlog:disable",
                "-jar",
                UnpackedJar.of(home, "standalone").toString());
    }

    private static String address(Engines engines, String database) {
        return engines.jdbcUrl(database)
                .replace(
                        "jdbc:postgresql://",
                        "postgresql://" + engines.postgresUser() + ":" + engines.postgresPassword() + "@");
    }

    private static void script(Path file, List<String> command) throws IOException {
        Files.writeString(file, "#!/bin/sh\nexec '" + String.join("' '", command) + "' \"$@\"\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
