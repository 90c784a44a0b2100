package dev.rollcall.standalone.cli;

import dev.rollcall.standalone.server.ServerOptions;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// The options of everything that serves.
final class ServingOptions {
    @Option(
            names = "--port",
            paramLabel = "PORT",
            converter = PortNumber.class,
            defaultValue = "${env:ROLLCALL_PORT:-8080}",
            description = "port of the API (8080); 0 takes a free one")
    private int port;

    @Option(
            names = "--management-port",
            paramLabel = "PORT",
            converter = PortNumber.class,
            defaultValue = "${env:ROLLCALL_MANAGEMENT_PORT:-8081}",
            description = "port of health and metrics (8081); 0 takes a free one")
    private int managementPort;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = DataDirectoryDefault.TEXT,
            description = "where everything is kept (data, beside this command)")
    private Path dataDirectory = Path.of("data");

    ServerOptions toOptions() {
        return new ServerOptions(dataDirectory, port, managementPort);
    }
}
