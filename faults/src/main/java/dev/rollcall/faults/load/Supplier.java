package dev.rollcall.faults.load;

import dev.rollcall.benchmarks.load.Watch;
import dev.rollcall.standalone.client.RollcallApi;
import java.nio.file.Path;

/// Lists the devices of a run before anybody wants them.
public record Supplier(RollcallApi uploads, RollcallApi answers) {

    /// Returns when the catalog has every device.
    public void list(Devices devices, Path file) {
        devices.writeCatalog(file);
        var batch = uploads.listInCatalog(file);
        Watch.over(0).until("the catalog", () -> answers.isDecided(batch));
    }
}
