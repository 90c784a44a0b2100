package dev.rollcall.standalone.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

class DeadLetterTest {
    private final ConsumerRecord<byte[], byte[]> message =
            new ConsumerRecord<>("requests.dlt", 0, 7, "key".getBytes(UTF_8), "value".getBytes(UTF_8));

    DeadLetterTest() {
        message.headers()
                .add("ce_type", "dev.rollcall.DeviceSeen".getBytes(UTF_8))
                .add("rollcall_reader", "status-activity".getBytes(UTF_8))
                .add("kafka_dlt-original-topic", "requests".getBytes(UTF_8))
                .add(
                        "kafka_dlt-original-partition",
                        ByteBuffer.allocate(4).putInt(5).array())
                .add("kafka_dlt-exception-message", "no value".getBytes(UTF_8));
    }

    @Test
    void goesBackAsItWasAndForItsReaderAlone() {
        var back = new DeadLetter(message).back("requests", false);

        assertThat(back.topic()).isEqualTo("requests");
        assertThat(back.partition()).isNull();
        assertThat(back.key()).isEqualTo(message.key());
        assertThat(back.value()).isEqualTo(message.value());
        assertThat(back.headers()).extracting(Header::key).containsExactly("ce_type", "rollcall_reader");
    }

    @Test
    void goesBackToItsPartitionWhereTenantsHaveThemForThemselves() {
        assertThat(new DeadLetter(message).back("requests", true).partition()).isEqualTo(5);
    }

    @Test
    void tellsWhoCouldNotReadItAndWhyAndNothingOfWhatItHolds() {
        var letter = new DeadLetter(message);

        assertThat(letter.reader()).isEqualTo("status-activity");
        assertThat(letter.reason()).isEqualTo("no value");
        assertThat(letter.headers())
                .contains("kafka_dlt-original-partition: 5", "kafka_dlt-exception-message: no value");
    }

    /// As a record has them that was written to be put aside: the real ones stand behind them.
    @Test
    void headersOfAnyLengthCanBeShown() {
        message.headers()
                .add("kafka_dlt-original-offset", new byte[] {7})
                .add("kafka_dlt-original-timestamp", new byte[0])
                .add("kafka_dlt-original-partition", "partition".getBytes(UTF_8));

        var letter = new DeadLetter(message);

        assertThat(letter.headers())
                .contains("kafka_dlt-original-offset: 7", "kafka_dlt-original-timestamp: ")
                .hasSize(8);
        assertThat(letter.back("requests", true).partition()).isNull();
    }

    @Test
    void whatATerminalWouldObeyIsWrittenOut() {
        message.headers()
                .add("kafka_dlt-exception-message", "no value\u001b[2J\n1 letter\u202e".getBytes(UTF_8))
                .add("a\rb", "\u0007".getBytes(UTF_8));

        var letter = new DeadLetter(message);

        assertThat(letter.reason()).isEqualTo("no value\\u001b[2J\\u000a1 letter\\u202e");
        assertThat(letter.headers()).contains("a\\u000db: \\u0007");
    }

    @Test
    void anOlderLetterNamesNoReaderAndIsForAll() {
        message.headers().remove("rollcall_reader");

        assertThat(new DeadLetter(message).reader()).isEqualTo("?");
        assertThat(new DeadLetter(message).back("requests", false).headers())
                .extracting(Header::key)
                .containsExactly("ce_type");
    }
}
