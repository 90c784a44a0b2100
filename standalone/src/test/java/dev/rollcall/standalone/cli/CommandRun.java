package dev.rollcall.standalone.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/// One run of the command, without a terminal, and what it left behind.
public record CommandRun(int status, String out, String err) {

    public static CommandRun of(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false);
        var status = RollcallCommand.commandLine(terminal).execute(arguments);
        return new CommandRun(status, out.toString(), err.toString());
    }
}
