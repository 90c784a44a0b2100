package dev.rollcall.benchmarks.fairness;

import dev.rollcall.benchmarks.devices.Fleet;
import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.BenchServer;
import dev.rollcall.benchmarks.server.WorkDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// What every measurement needs: devices that the catalog knows, files to upload, and patience.
record Course(BenchServer server, WorkDirectory directory, FairnessPlan plan) {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /// Returns when the catalog has every device.
    void list(Fleet fleet) {
        var file = directory.file(fleet.name() + "-catalog.csv");
        fleet.writeCatalog(file);
        var supplier = server.as(FairnessPlan.SUPPLIER);
        var batch = supplier.listInCatalog(file);
        watch(fleet.size()).until("the catalog", () -> supplier.isDecided(batch));
        delete(file);
    }

    Path upload(Fleet fleet) {
        var file = directory.file(fleet.name() + ".csv");
        fleet.writeUpload(file);
        return file;
    }

    Watch watch(long rows) {
        return new Watch(BETWEEN_LOOKS, plan.patience(rows));
    }

    void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new BenchFailure("the file " + file + " can't be removed: " + e.getMessage(), e);
        }
    }
}
