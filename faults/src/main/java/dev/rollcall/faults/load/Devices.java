package dev.rollcall.faults.load;

import dev.rollcall.benchmarks.devices.Fleet;
import dev.rollcall.faults.history.Row;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The devices of a run by their numbers: those that everybody wants, and behind them those for probes, which nobody
/// else asks for. All of these are listed; numbers beyond are not.
public final class Devices {
    private static final String HEADER = "Device Serial Number,Windows Product ID,Hardware Hash\n";

    private final Fleet fleet;
    private final int contested;
    private final Map<Integer, String> lines = new ConcurrentHashMap<>();

    public Devices(String name, int contested, int forProbes) {
        this.fleet = Fleet.of(name, contested + forProbes);
        this.contested = contested;
    }

    String name() {
        return fleet.name();
    }

    int contested() {
        return contested;
    }

    /// The first that is not listed.
    int unlisted() {
        return fleet.size() + 1;
    }

    void writeCatalog(Path file) {
        fleet.writeCatalog(file);
    }

    byte[] csv(List<Row> rows) {
        var text = new StringBuilder(HEADER);
        rows.forEach(row -> text.append(line(row)));
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private String line(Row row) {
        var line = lines.computeIfAbsent(
                row.device(), number -> fleet.device(number).serialNumber() + ",," + fleet.hash(number) + "\n");
        return switch (row.kind()) {
            case GOOD, UNLISTED -> line;
            case DAMAGED -> damaged(line);
        };
    }

    /// One character within the hash's records is another.
    private static String damaged(String line) {
        var place = line.lastIndexOf(',') + 100;
        return line.substring(0, place) + (line.charAt(place) == 'A' ? 'B' : 'A') + line.substring(place + 1);
    }
}
