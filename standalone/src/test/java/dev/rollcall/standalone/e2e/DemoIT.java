package dev.rollcall.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.standalone.demo.Demo;
import dev.rollcall.standalone.demo.DemoClock;
import dev.rollcall.standalone.server.ServerOptions;
import dev.rollcall.standalone.server.StandaloneServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class DemoIT {

    @Test
    void theSamplesEndAsExpectedAndAreAllThereAfterARestart() {
        var options = Rollcall.freshOptions();

        var first = demo(options);
        var second = demo(options);

        assertThat(first).contains("devices are AutopilotRegistrationRequested", "28 rows, all as expected.");
        assertThat(second).contains("happened in an earlier demo", "28 rows, all as expected.");
    }

    private static String demo(ServerOptions options) {
        var console = new StringWriter();
        var clock = DemoClock.aWeekAgo();
        try (var server = StandaloneServer.start(options, clock)) {
            new Demo(server, clock, new PrintWriter(console)).run();
        }
        return console.toString();
    }
}
