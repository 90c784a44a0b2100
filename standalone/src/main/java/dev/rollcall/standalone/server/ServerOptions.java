package dev.rollcall.standalone.server;

import java.nio.file.Path;

/// Where to serve and where to keep things. A port of 0 takes a free one.
public record ServerOptions(Path dataDirectory, int port, int managementPort) {}
