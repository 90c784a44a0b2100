package dev.rollcall.status.projection;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.ListenerUtils;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.BackOff;

/// Has a poll tried again for as long as an outage lasts. Where the container itself fails, between the poll and its
/// listener, the consumer goes back to what is committed: it stands behind records that nobody has seen. That happens
/// when a partition is taken away in the moment in which the container asks for its position.
final class OutageErrors extends DefaultErrorHandler {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long PAUSE_MILLIS = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(OutageErrors.class);

    OutageErrors(BackOff patience) {
        super(patience);
    }

    @Override
    public void handleOtherException(
            Exception failure, Consumer<?, ?> consumer, MessageListenerContainer container, boolean batchListener) {
        LOG.atWarn()
                .setCause(failure)
                .addKeyValue("listener", container.getListenerId())
                .log("reading again");
        while (!isBack(consumer) && container.isRunning()) {
            pause(container);
        }
    }

    /// False where nobody tells what is committed, for whatever reason: to read on without knowing would skip records.
    private static boolean isBack(Consumer<?, ?> consumer) {
        var assigned = consumer.assignment();
        try {
            var committed = consumer.committed(assigned, PATIENCE);
            for (var partition : assigned) {
                var offset = committed.get(partition);
                if (offset == null) {
                    consumer.seekToBeginning(List.of(partition));
                } else {
                    consumer.seek(partition, offset);
                }
            }
            return true;
        } catch (WakeupException | InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.atWarn().addKeyValue("reason", e).log("what is committed is not known yet");
            return false;
        }
    }

    private static void pause(MessageListenerContainer container) {
        try {
            ListenerUtils.stoppableSleep(container, PAUSE_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
