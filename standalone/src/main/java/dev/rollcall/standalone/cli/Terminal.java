package dev.rollcall.standalone.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Optional;

/// What the person in front of the command reads.
record Terminal(PrintWriter out, PrintWriter err, boolean interactive) {

    static Terminal ofProcess() {
        return new Terminal(
                writer(FileDescriptor.out, "stdout.encoding"),
                writer(FileDescriptor.err, "stderr.encoding"),
                Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent());
    }

    private static PrintWriter writer(FileDescriptor descriptor, String encoding) {
        var charset = Charset.forName(System.getProperty(encoding, "UTF-8"));
        return new PrintWriter(new FileOutputStream(descriptor), true, charset);
    }
}
