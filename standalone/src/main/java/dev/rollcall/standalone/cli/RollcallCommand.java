package dev.rollcall.standalone.cli;

import dev.rollcall.standalone.client.ClientFailure;
import dev.rollcall.standalone.engine.StartFailure;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;

/// The top of the `rollcall` command. Expected failures are one line on the error output; others
/// are in the log.
@Command(
        name = "rollcall",
        description = "Registers fleets of devices.",
        synopsisSubcommandLabel = "COMMAND",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nStart-up and measurements:%n",
        footer = {
            "  prepare          has the JVM learn from a demo, for faster starts",
            "  bench            what there is to measure: pipeline, query, start-up,",
            "                   sightings, fairness"
        })
public final class RollcallCommand implements Runnable {
    private final Terminal terminal;

    private RollcallCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    public static void main(String[] arguments) {
        System.exit(commandLine(Terminal.ofProcess()).execute(arguments));
    }

    static CommandLine commandLine(Terminal terminal) {
        var line = new CommandLine(new RollcallCommand(terminal))
                .addSubcommand(new DemoCommand(terminal))
                .addSubcommand(new StartCommand(terminal))
                .addSubcommand(new RegisterCommand(terminal))
                .addSubcommand(new PartnersCommand(terminal))
                .addSubcommand(new DeadLettersCommand(terminal))
                .addSubcommand(new CommandLine.HelpCommand());
        return line.setOut(terminal.out())
                .setErr(terminal.err())
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler((misuse, _) -> explain(misuse, terminal))
                .setExecutionExceptionHandler((failure, _, _) -> explain(failure, terminal));
    }

    @Override
    public void run() {
        terminal.out().println(commandLine(terminal).getUsageMessage());
    }

    private static int explain(ParameterException misuse, Terminal terminal) {
        var names = misuse.getCommandLine().getCommandSpec().qualifiedName().split(" ", -1);
        terminal.err().println("rollcall: " + misuse.getMessage());
        terminal.err()
                .println("rollcall: for all options see ./rollcall help" + (names.length > 1 ? " " + names[1] : ""));
        return ExitCode.USAGE;
    }

    private static int explain(Exception failure, Terminal terminal) {
        return switch (failure) {
            case StartFailure start -> {
                terminal.err().println("rollcall: " + start.getMessage());
                yield ExitCode.SOFTWARE;
            }
            case ClientFailure client -> {
                terminal.err().println("rollcall: " + client.getMessage());
                yield ExitCode.USAGE;
            }
            default -> {
                LoggerFactory.getLogger(RollcallCommand.class)
                        .atError()
                        .setCause(failure)
                        .log("command failed");
                terminal.err().println("rollcall: unexpected failure, see the log: " + failure);
                yield ExitCode.SOFTWARE;
            }
        };
    }
}
