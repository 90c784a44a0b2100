package dev.rollcall.benchmarks.services;

import dev.rollcall.benchmarks.server.WorkDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the services have printed, each line an object of JSON.
record ServiceLogs(List<JsonNode> lines) {

    static ServiceLogs in(WorkDirectory directory, Set<String> services) throws IOException {
        var lines = new ArrayList<JsonNode>();
        for (var service : services) {
            Files.readAllLines(directory.file(service + ".out")).stream()
                    .map(JsonMapper.shared()::readTree)
                    .forEach(lines::add);
        }
        return new ServiceLogs(lines);
    }

    List<JsonNode> ofCall(String requestId) {
        return lines.stream()
                .filter(line -> line.path("callId").asString().equals(requestId))
                .toList();
    }
}
