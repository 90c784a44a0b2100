package dev.rollcall.registration.flow;

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

    void publish(List<Settled> settled) {
        settled.stream().map(Settled::messages).flatMap(List::stream).forEach(this::send);
        metrics.count(settled);
    }

    private void send(ProducerRecord<String, byte[]> message) {
        var _ = kafka.send(message); // its failure is the commit's
    }
}
