package dev.rollcall.benchmarks.soak;

import dev.rollcall.benchmarks.cluster.GroupLag;
import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.Deployment;
import dev.rollcall.benchmarks.server.WorkDirectory;
import dev.rollcall.benchmarks.soak.Sample.Traces;
import dev.rollcall.benchmarks.usage.Heap;
import dev.rollcall.benchmarks.usage.Meter;
import dev.rollcall.benchmarks.usage.ProcessFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// Looks at every process of ours from outside. A full collection comes before each look at the heap: only what is
/// left then is held.
final class Sampler implements AutoCloseable {
    private static final double MIB = 1 << 20;

    private final Deployment deployment;
    private final Meter meter;
    private final Path spool;
    private final GroupLag lag;
    private final long begun = System.nanoTime();

    Sampler(Deployment deployment, WorkDirectory directory) {
        this.deployment = deployment;
        this.meter = Meter.of(deployment);
        this.spool = directory.file("spool");
        this.lag = new GroupLag(deployment.engines().kafka());
    }

    Sample take() {
        var processes = new TreeMap<String, Traces>();
        for (var member : deployment.members()) {
            processes.put(member.name(), traces(member));
        }
        var usage = meter.read();
        return new Sample(
                (System.nanoTime() - begun) / 60e9,
                Map.copyOf(processes),
                bodies(spool),
                usage.postgresBytes() / MIB,
                usage.kafkaBytes() / MIB,
                lag.now());
    }

    @Override
    public void close() {
        lag.close();
    }

    private static Traces traces(Deployment.Member member) {
        collect(member.pid());
        return new Traces(
                Heap.of(member.gcLog()).leftMib(),
                ProcessFiles.threads(member.pid()),
                ProcessFiles.handles(member.pid()));
    }

    private static void collect(long pid) {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            new ProcessBuilder(jcmd, Long.toString(pid), "GC.run")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new BenchFailure("no collection can be asked for: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        }
    }

    /// Bodies that an upload service keeps: there is a folder for each process. Some are gone before they could be
    /// looked at.
    private static int bodies(Path spool) {
        try (var folders = Files.newDirectoryStream(spool, Files::isDirectory)) {
            var bodies = 0;
            for (var folder : folders) {
                bodies += count(folder);
            }
            return bodies;
        } catch (IOException e) {
            throw new BenchFailure("the spool folder can't be read: " + e.getMessage(), e);
        }
    }

    private static int count(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return Math.toIntExact(entries.count());
        }
    }
}
