package dev.rollcall.benchmarks.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrokerSettingsTest {
    private static final BrokerSettings.Member SECOND = new BrokerSettings.Member(2, 9002, 9102, 9022, 9012);
    private static final BrokerSettings SETTINGS = new BrokerSettings(
            List.of(
                    new BrokerSettings.Member(1, 9001, 9101, 9021, 9011),
                    SECOND,
                    new BrokerSettings.Member(3, 9003, 9103, 9023, 9013)),
            Path.of("kafka"),
            "secret",
            Map.of("log.roll.ms", "1000"));

    @Test
    void keepsEachRecordThreeTimesAndAcknowledgesItOnceItIsThereTwice() {
        assertThat(SETTINGS.of(SECOND))
                .containsEntry("default.replication.factor", "3")
                .containsEntry("min.insync.replicas", "2")
                .containsEntry("transaction.state.log.replication.factor", "3")
                .containsEntry("transaction.state.log.min.isr", "2");
    }

    @Test
    void listensOnLoopbackAlone() {
        assertThat(SETTINGS.of(SECOND))
                .containsEntry(
                        "listeners", "CLIENTS://127.0.0.1:9002,BROKERS://127.0.0.1:9022,CONTROLLER://127.0.0.1:9012")
                .containsEntry("controller.quorum.voters", "1@127.0.0.1:9011,2@127.0.0.1:9012,3@127.0.0.1:9013");
        assertThat(SETTINGS.bootstrapServers()).isEqualTo("127.0.0.1:9101,127.0.0.1:9102,127.0.0.1:9103");
    }

    @Test
    void sendsClientsThroughWhatStandsInBetweenAndBrokersPastIt() {
        assertThat(SETTINGS.of(SECOND))
                .containsEntry("advertised.listeners", "CLIENTS://127.0.0.1:9102,BROKERS://127.0.0.1:9022")
                .containsEntry("inter.broker.listener.name", "BROKERS")
                .containsEntry("log.roll.ms", "1000");
    }
}
