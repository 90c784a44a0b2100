package dev.rollcall.benchmarks;

import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.standalone.client.ClientFailure;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/// The top of `rollcall bench`.
@Command(
        name = "rollcall bench",
        description = "Measures a Rollcall that it starts for itself, in a temporary directory.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n")
public final class BenchCommand implements Runnable {
    private final PrintWriter out;

    private BenchCommand(PrintWriter out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        var out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var err = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(commandLine(out, err).execute(arguments));
    }

    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new BenchCommand(out))
                .addSubcommand(new FairnessCommand(out))
                .addSubcommand(new PipelineCommand(out))
                .addSubcommand(new QueryCommand(out))
                .addSubcommand(new PortalCommand(out))
                .addSubcommand(new StartupCommand(out))
                .addSubcommand(new MicroCommand())
                .addSubcommand(new SightingsCommand(out))
                .addSubcommand(new SoakCommand(out))
                .addSubcommand(new CommandLine.HelpCommand())
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, _, _) -> explain(failure, err));
    }

    @Override
    public void run() {
        out.println(commandLine(out, out).getUsageMessage());
    }

    private static int explain(Exception failure, PrintWriter err) throws Exception {
        return switch (failure) {
            case BenchFailure bench -> {
                err.println("rollcall bench: " + bench.getMessage());
                yield ExitCode.SOFTWARE;
            }
            case ClientFailure client -> {
                err.println("rollcall bench: " + client.getMessage());
                yield ExitCode.SOFTWARE;
            }
            default -> throw failure;
        };
    }
}
