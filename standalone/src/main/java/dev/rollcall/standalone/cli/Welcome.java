package dev.rollcall.standalone.cli;

import dev.rollcall.standalone.server.StandaloneServer;
import java.io.PrintWriter;
import java.time.Duration;

/// What is running where, and what to do with it.
final class Welcome {
    private Welcome() {}

    static void print(PrintWriter out, StandaloneServer server, Duration startTime) {
        var addresses = server.addresses();
        out.printf(
                """
                Rollcall is running (started in %.1f s).
                  API          %s
                  management   %s (health, prometheus)
                  data         %s (log: rollcall.log)
                  credentials  %s (clients and users)

                A browser: %s, as contoso-admin
                           with the password of that user in the credentials file
                A token:   curl -u contoso:SECRET -d grant_type=client_credentials %s
                           with the SECRET of client contoso in the credentials file
                A file:    ./rollcall register FILE
                The end:   Ctrl-C
                """,
                startTime.toMillis() / 1000.0,
                addresses.api(),
                addresses.management(),
                server.directory().root(),
                server.directory().credentials(),
                addresses.api(),
                addresses.tokenEndpoint());
        out.flush();
    }
}
