package dev.rollcall.benchmarks;

import dev.rollcall.benchmarks.report.Machine;
import dev.rollcall.benchmarks.server.Engines;
import java.nio.file.Path;
import org.apache.kafka.common.utils.AppInfoParser;

/// This machine, with the engines that are measured. Broker and clients of one build have one version.
final class ThisMachine {
    private ThisMachine() {}

    static Machine with(Path home, Engines engines) {
        return Machine.here(home, AppInfoParser.getVersion(), engines.postgresVersion());
    }
}
