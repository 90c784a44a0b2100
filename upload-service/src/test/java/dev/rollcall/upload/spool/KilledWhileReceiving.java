package dev.rollcall.upload.spool;

import dev.rollcall.upload.reading.Limits;
import java.io.IOException;
import java.nio.file.Path;

/// A process that receives a body from its standard input, into the spool directory of its argument, until it is
/// killed.
final class KilledWhileReceiving {
    private KilledWhileReceiving() {}

    public static void main(String[] arguments) throws IOException {
        try (var directory = SpoolDirectory.open(Path.of(arguments[0]));
                var spool = directory.newSpool(new Allowance(1 << 20, 1, new Limits(1, 1)))) {
            spool.write(System.in);
        }
    }
}
