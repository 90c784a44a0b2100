package dev.rollcall.benchmarks.report;

import dev.rollcall.benchmarks.server.BenchFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The result of one benchmark. `figures` is whatever record or map the benchmark has; it becomes JSON as it is.
public record Report(String benchmark, Machine machine, Object figures, List<Table> tables, List<Chart> charts) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public Report {
        tables = List.copyOf(tables);
        charts = List.copyOf(charts);
    }

    /// Prints the tables, and writes `<benchmark>.json` and an SVG for each chart into the directory.
    public void publish(PrintWriter out, Path directory) {
        out.println();
        machine.print(out);
        tables.forEach(table -> table.print(out));
        try {
            Files.createDirectories(directory);
            write(directory.resolve(benchmark + ".json"), json(), out);
            for (var chart : charts) {
                write(directory.resolve(chart.name() + ".svg"), SvgChart.of(chart), out);
            }
        } catch (IOException e) {
            throw new BenchFailure("nothing can be written to " + directory + ": " + e.getMessage(), e);
        }
    }

    private String json() {
        var all = new LinkedHashMap<String, Object>();
        all.put("benchmark", benchmark);
        all.put("machine", machine);
        all.put("figures", figures);
        return JSON.writeValueAsString(all) + "\n";
    }

    private static void write(Path file, String content, PrintWriter out) throws IOException {
        Files.writeString(file, content);
        out.println("written to " + file);
    }
}
