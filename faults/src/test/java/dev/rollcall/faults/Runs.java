package dev.rollcall.faults;

import dev.rollcall.benchmarks.server.WorkDirectory;
import dev.rollcall.faults.abuse.Attack;
import dev.rollcall.faults.abuse.Siege;
import dev.rollcall.faults.cluster.Backup;
import dev.rollcall.faults.cluster.Cluster;
import dev.rollcall.faults.cluster.ClusterPlan;
import dev.rollcall.faults.history.History;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// Runs on clusters that begin and end with them. Their histories stay, and of those that went wrong what their
/// processes said.
final class Runs {
    private static final Path HOME = Path.of(System.getProperty("rollcall.home", ".."));
    private static final Path HISTORIES = Path.of("target", "faults");

    private Runs() {}

    static FaultResult run(String name, ClusterPlan plan, FaultPlan faults) {
        return on(
                plan,
                name,
                faults.seed(),
                stage -> new FaultRun(stage).run(faults),
                result -> result.violations().isEmpty());
    }

    static RollingRestart.Result restart(ClusterPlan plan, long seed) {
        return on(
                plan,
                "restart",
                seed,
                stage -> new RollingRestart(stage).run(seed),
                result -> result.violations().isEmpty() && result.failed().isEmpty());
    }

    static BackupRun.Result loss(String name, ClusterPlan plan, Backup.Way way, long seed) {
        return on(
                plan,
                name,
                seed,
                stage -> new BackupRun(stage, way).run(seed),
                result -> result.violations().isEmpty());
    }

    /// `attacks` are told the folder that everything of the cluster lies in.
    static Siege.Outcome abuse(Function<Path, List<Attack>> attacks) {
        return on(ClusterPlan.single(), "abuse", 1, stage -> besieged(stage, attacks), Siege.Outcome::isHarmless);
    }

    /// The same cluster is broken, and besieged then.
    static ShortForm shortForm(ClusterPlan plan, FaultPlan faults, Function<Path, List<Attack>> attacks) {
        return on(
                plan,
                "short",
                faults.seed(),
                stage -> new ShortForm(new FaultRun(stage).run(faults), besieged(stage, attacks)),
                ShortForm::isHarmless);
    }

    record ShortForm(FaultResult broken, Siege.Outcome attacked) {
        boolean isHarmless() {
            return broken.violations().isEmpty() && attacked.isHarmless();
        }
    }

    static void print(List<FaultResult> results) {
        new FaultTables(results).print(out());
    }

    static void print(AbuseTables tables) {
        tables.print(out());
    }

    private static Siege.Outcome besieged(Stage stage, Function<Path, List<Attack>> attacks) {
        return new AbuseRun(stage).run(attacks.apply(stage.directory().root()));
    }

    private static <R> R on(ClusterPlan plan, String name, long seed, Function<Stage, R> play, Predicate<R> wentWell) {
        var kept = HISTORIES.resolve(name + "-" + seed);
        try (var directory = WorkDirectory.create();
                var cluster = Cluster.start(HOME, directory, plan);
                var history = History.in(HISTORIES.resolve(name + "-" + seed + ".jsonl"), seed)) {
            var result = play.apply(new Stage(cluster, directory, history));
            if (!wentWell.test(result)) {
                keepOutputs(directory, kept);
            }
            return result;
        }
    }

    private static void keepOutputs(WorkDirectory directory, Path kept) {
        try (var outputs = Files.newDirectoryStream(directory.root(), "*.out")) {
            Files.createDirectories(kept);
            for (var output : outputs) {
                Files.copy(output, kept.resolve(output.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PrintWriter out() {
        return new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    }
}
