package dev.rollcall.benchmarks.devices;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A fleet of which most rows will succeed and the others fail for every reason that a file can give. Before its upload
/// the catalog must have it, and somebody must have registered the devices that are taken.
public record MixedFleet(Fleet fleet) {

    public static MixedFleet of(String name, int size) {
        return new MixedFleet(Fleet.of(name, size));
    }

    public String name() {
        return fleet.name();
    }

    public int size() {
        return fleet.size();
    }

    /// As a supplier lists them.
    public void writeCatalog(Path file) {
        fleet.writeCatalog(file, number -> RowKind.of(number) != RowKind.NOT_LISTED);
    }

    /// As the tenant uploads them.
    public void writeUpload(Path file) {
        fleet.writeUpload(file, _ -> true, (number, hash) -> switch (RowKind.of(number)) {
            case NO_HASH -> "";
            case DAMAGED_HASH -> damaged(hash);
            case GOOD, NOT_LISTED, ALREADY_OURS, ANOTHERS -> hash;
        });
    }

    /// Those that are taken before: by the tenant itself ([RowKind#ALREADY_OURS]) or by another ([RowKind#ANOTHERS]).
    public void writeTaken(Path file, RowKind kind) {
        fleet.writeUpload(file, number -> RowKind.of(number) == kind, (_, hash) -> hash);
    }

    /// How many rows have to end how, by the API's names.
    public Map<String, Long> outcomes() {
        return IntStream.range(fleet.first(), fleet.first() + fleet.size())
                .mapToObj(RowKind::of)
                .collect(Collectors.groupingBy(RowKind::outcome, TreeMap::new, Collectors.counting()));
    }

    public long failures() {
        return fleet.size() - outcomes().getOrDefault(RowKind.GOOD.outcome(), 0L);
    }

    /// One character within the records is another.
    private static String damaged(String hash) {
        var place = 100;
        return hash.substring(0, place) + (hash.charAt(place) == 'A' ? 'B' : 'A') + hash.substring(place + 1);
    }
}
