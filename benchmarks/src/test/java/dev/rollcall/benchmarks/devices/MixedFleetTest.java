package dev.rollcall.benchmarks.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.identification.Identification;
import dev.rollcall.identification.Identification.Identified;
import dev.rollcall.identity.DeviceColumns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MixedFleetTest {
    private final MixedFleet fleet = MixedFleet.of("mixed", 250);

    @TempDir
    private Path directory = Path.of("");

    @Test
    void is94PercentGoodAndSpreadsTheRestOverTheErrorsThatAFileCanCause() {
        assertThat(fleet.outcomes())
                .isEqualTo(Map.of(
                        "Registered", 235L,
                        "HardwareHashNotValid", 6L,
                        "DeviceNotFound", 3L,
                        "DeviceAlreadyRegistered", 3L,
                        "DeviceClaimedByAnotherOrganization", 3L));
        assertThat(fleet.failures()).isEqualTo(15);
    }

    @Test
    void spoilsSomeHashesAndLeavesSomeOut() throws IOException {
        fleet.writeUpload(directory.resolve("upload.csv"));
        var rows = rows("upload.csv");

        assertThat(rows).hasSize(250);
        assertThat(rows.stream().filter(row -> row[2].isEmpty())).hasSize(3);
        assertThat(rows.stream().filter(MixedFleetTest::isIdentified)).hasSize(244);
    }

    @Test
    void listsAllButThoseThatAreToBeMissing() throws IOException {
        fleet.writeCatalog(directory.resolve("catalog.csv"));

        assertThat(rows("catalog.csv")).hasSize(247);
    }

    @Test
    void hasValidHashesForThoseThatAreTakenBefore() throws IOException {
        fleet.writeTaken(directory.resolve("taken.csv"), RowKind.ANOTHERS);

        assertThat(rows("taken.csv")).hasSize(3).allMatch(MixedFleetTest::isIdentified);
    }

    private List<String[]> rows(String file) throws IOException {
        return Files.readAllLines(directory.resolve(file)).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static boolean isIdentified(String[] row) {
        var columns = new DeviceColumns(row[0], null, null, null, row[2].isEmpty() ? null : row[2], null, null);
        return Identification.of(columns, null, false) instanceof Identified;
    }
}
