package dev.rollcall.standalone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LocalPortsTest {
    private static final int FIRST_OF_OUTGOING_CONNECTIONS = 32_768;

    @Test
    void aFreePortIsNoneOfOutgoingConnectionsAndIsGivenOnce() {
        var ports = IntStream.range(0, 200).map(_ -> LocalPorts.free()).boxed().toList();

        assertThat(ports).doesNotHaveDuplicates().allMatch(port -> port < FIRST_OF_OUTGOING_CONNECTIONS);
        assertThat(LocalPorts.require(0)).isPositive().isNotIn(ports);
    }

    @Test
    void aWantedPortThatIsTakenIsExplained() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(StartFailure.class)
                    .isThrownBy(() -> LocalPorts.require(taken.getLocalPort()))
                    .withMessage("port " + taken.getLocalPort() + " on 127.0.0.1 is in use or not allowed");
        }
    }
}
