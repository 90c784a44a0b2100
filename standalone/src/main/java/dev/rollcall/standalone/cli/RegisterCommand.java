package dev.rollcall.standalone.cli;

import dev.rollcall.standalone.client.BatchProgress;
import dev.rollcall.standalone.client.BatchWatch;
import dev.rollcall.standalone.client.ClientFailure;
import dev.rollcall.standalone.client.Problem;
import dev.rollcall.standalone.client.RollcallApi;
import dev.rollcall.standalone.client.RowResult;
import dev.rollcall.standalone.client.SubmitAnswer;
import dev.rollcall.standalone.client.SubmitAnswer.Accepted;
import dev.rollcall.standalone.client.SubmitAnswer.Refused;
import dev.rollcall.standalone.client.Upload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `rollcall register`: posts files as one batch, waits for its outcomes and prints the failed
/// ones. Exits 1 where a device failed or the customer has not accepted the partner, 2 where the
/// files were refused.
@Command(name = "register", description = "Posts files to a running server and shows what became of each device.")
final class RegisterCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SHOWN_PER_ERROR = 100;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "CSV in any usual form, zip, or one JSON file")
    private List<Path> files = List.of();

    @Option(names = "--dry-run", description = "only check the files; nothing is registered")
    private boolean dryRun;

    @Option(
            names = "--customer",
            paramLabel = "ID",
            description = "register for this customer, as a partner that it has accepted (northwind)")
    private @Nullable String customer;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    private final Terminal terminal;
    private final Report report;

    RegisterCommand(Terminal terminal) {
        this.terminal = terminal;
        this.report = new Report(terminal.out());
    }

    @Override
    public Integer call() {
        var size = files.stream().mapToLong(RegisterCommand::size).sum();
        var api = connection.api(customer == null ? ConnectionOptions.USUAL_TENANT : ConnectionOptions.USUAL_PARTNER);
        return switch (submit(api, size)) {
            case Refused(var problem) -> {
                report.refused(problem);
                yield explained(problem) ? ExitCode.SOFTWARE : ExitCode.USAGE;
            }
            case Accepted accepted -> {
                report.accepted(accepted, dryRun);
                yield accepted.batchId() == null || dryRun ? ExitCode.OK : follow(api, accepted.batchId());
            }
        };
    }

    /// Whether it is the customer's consent that is missing; then what to do about it is known.
    private boolean explained(Problem problem) {
        if (customer == null || !problem.name().equals("no-accepted-relationship")) {
            return false;
        }
        terminal.out().println(RelationshipHint.of(problem.relationshipId(), customer));
        return true;
    }

    private SubmitAnswer submit(RollcallApi api, long size) {
        try (var bar = Progress.of("Upload", "bytes", size, terminal)) {
            return api.submit(new Upload(files, customer, UUID.randomUUID().toString(), dryRun, bar::step));
        }
    }

    private int follow(RollcallApi api, String batchId) {
        var end = untilCompleted(api, batchId);
        end.counts().forEach((outcome, count) -> {
            if (count > 0 && !outcome.equals(RowResult.REGISTERED)) {
                report.failures(api.results(batchId, outcome, SHOWN_PER_ERROR), count);
            }
        });
        report.summary(end);
        return end.failed() > 0 ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private BatchProgress untilCompleted(RollcallApi api, String batchId) {
        try (var bar = Progress.of("Registration", "rows", 0, terminal)) {
            return new BatchWatch(api, PATIENCE)
                    .untilCompleted(batchId, progress -> bar.at(progress.done(), progress.rowCount()));
        }
    }

    private static long size(Path file) {
        try {
            if (Files.isRegularFile(file)) {
                return Files.size(file);
            }
            throw new ClientFailure(file + " is no file");
        } catch (IOException e) {
            throw new ClientFailure(file + " can't be read", e);
        }
    }
}
