package dev.rollcall.registration.flow;

import dev.rollcall.tracing.TracedWork;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/// Sends what a poll came to, within the listener's Kafka transaction: a send that fails makes its
/// commit fail.
@Component
class OutcomePublisher {
    private final KafkaTemplate<String, byte[]> kafka;
    private final RegistrationMetrics metrics;

    OutcomePublisher(
            @Qualifier("registrationKafkaTemplate") KafkaTemplate<String, byte[]> kafka, RegistrationMetrics metrics) {
        this.kafka = kafka;
        this.metrics = metrics;
    }

    /// What comes of a request goes on in its trace.
    void publish(List<Settled> settled, TracedWork work) {
        settled.stream().map(Settled::messages).flatMap(List::stream).forEach(message -> send(message, work));
        metrics.count(settled);
    }

    private void send(ProducerRecord<String, byte[]> message, TracedWork work) {
        work.carryOn(message.headers());
        var _ = kafka.send(message); // its failure is the commit's
    }
}
