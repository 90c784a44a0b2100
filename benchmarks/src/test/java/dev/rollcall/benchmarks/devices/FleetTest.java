package dev.rollcall.benchmarks.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.identification.Identification;
import dev.rollcall.identification.Identification.Identified;
import dev.rollcall.identity.DeviceColumns;
import dev.rollcall.identity.DeviceTuple;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void uploadsHashesOfTheDevicesThatTheCatalogLists() throws IOException {
        var fleet = Fleet.of("fleet", 10).part(3, 2);
        fleet.writeCatalog(directory.resolve("catalog.csv"));
        fleet.writeUpload(directory.resolve("upload.csv"));

        assertThat(Files.readAllLines(directory.resolve("catalog.csv")))
                .containsExactly(
                        "Manufacturer,Model,Serial Number",
                        "Contoso,Book 13,fleet-00000004",
                        "Contoso,Book 13,fleet-00000005");
        var row = Files.readAllLines(directory.resolve("upload.csv")).get(1).split(",", -1);
        assertThat(row[2]).hasSize(4000);
        assertThat(Identification.of(columns(row[0], row[2]), null, false))
                .isEqualTo(new Identified(new DeviceTuple("Contoso", "Book 13", "fleet-00000004")));
    }

    private static DeviceColumns columns(String serialNumber, String hash) {
        return new DeviceColumns(serialNumber, null, null, null, hash, null, null);
    }
}
