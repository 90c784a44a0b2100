package dev.rollcall.status.projection;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/// The listener of what is confirmed of devices after their registration. A step may be read before the registration
/// that it belongs to, and shows once that is read too.
@Component
final class DeliveryListener {
    private final PollHandler polls;
    private final Deliveries deliveries;

    DeliveryListener(PollHandler polls, Deliveries deliveries) {
        this.polls = polls;
        this.deliveries = deliveries;
    }

    @KafkaListener(
            id = "status-delivery",
            groupId = "#{@statusTopics.prefix()}status-delivery${rollcall.status.group-suffix:}",
            topics = "#{@statusTopics.deliverySteps()}",
            concurrency = "1",
            containerFactory = StatusStreams.AT_ONCE_FACTORY)
    void deliverySteps(List<ConsumerRecord<String, byte[]>> messages) {
        polls.handle("delivery", messages, deliveries);
    }
}
