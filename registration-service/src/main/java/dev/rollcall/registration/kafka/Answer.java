package dev.rollcall.registration.kafka;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaFuture;
import org.springframework.dao.DataAccessResourceFailureException;

/// What the brokers say to a question. An answer that does not come is an outage.
final class Answer {
    private static final long TIMEOUT_SECONDS = 10;

    private Answer() {}

    /// `question` is what was asked, for the error.
    static <T> T to(String question, KafkaFuture<T> future) {
        try {
            return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DataAccessResourceFailureException("interrupted while asking Kafka " + question, e);
        } catch (ExecutionException | TimeoutException e) {
            throw new DataAccessResourceFailureException("Kafka does not tell " + question, e);
        }
    }
}
