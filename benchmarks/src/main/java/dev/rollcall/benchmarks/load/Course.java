package dev.rollcall.benchmarks.load;

import dev.rollcall.benchmarks.devices.Fleet;
import dev.rollcall.benchmarks.devices.MixedFleet;
import dev.rollcall.benchmarks.devices.RowKind;
import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.Caller;
import dev.rollcall.benchmarks.server.Deployment;
import dev.rollcall.benchmarks.server.WorkDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// What every measurement needs before it begins: devices that the catalog knows, and files to upload.
/// `supplier` is the client that lists devices.
public record Course(Deployment server, WorkDirectory directory, String supplier) {
    private static final int MOST_LISTED_AT_ONCE = 500_000;

    /// Returns when the catalog has every device.
    public void list(Fleet fleet) {
        for (var skipped = 0; skipped < fleet.size(); skipped += MOST_LISTED_AT_ONCE) {
            var part = fleet.part(skipped, Math.min(MOST_LISTED_AT_ONCE, fleet.size() - skipped));
            list(part.name(), part.size(), part::writeCatalog);
        }
    }

    /// Returns when the catalog has the devices that are to be in it, and those that are to be taken are: by `ours` or
    /// by `other`.
    public void prepare(MixedFleet fleet, Caller ours, Caller other, Executor background) {
        list(fleet.name(), fleet.size(), fleet::writeCatalog);
        take(fleet, RowKind.ALREADY_OURS, ours, background);
        take(fleet, RowKind.ANOTHERS, other, background);
    }

    public Path upload(Fleet fleet) {
        return write(fleet.name() + ".csv", fleet::writeUpload);
    }

    public Path upload(MixedFleet fleet) {
        return write(fleet.name() + ".csv", fleet::writeUpload);
    }

    public void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new BenchFailure("the file " + file + " can't be removed: " + e.getMessage(), e);
        }
    }

    private void list(String name, long rows, Consumer<Path> writer) {
        var file = write(name + "-catalog.csv", writer);
        var caller = server.as(supplier);
        var batch = caller.uploads().listInCatalog(file);
        Watch.over(rows).until("the catalog", () -> caller.answers().isDecided(batch));
        delete(file);
    }

    private void take(MixedFleet fleet, RowKind kind, Caller caller, Executor background) {
        var file = write(fleet.name() + "-" + kind + ".csv", path -> fleet.writeTaken(path, kind));
        var batch = BigBatch.post(caller, file, 0, background);
        Watch.over(fleet.size()).until("a batch of devices that are taken", batch::isComplete);
        delete(file);
    }

    private Path write(String name, Consumer<Path> writer) {
        var file = directory.file(name);
        writer.accept(file);
        return file;
    }
}
