package dev.rollcall.standalone.demo;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/// The worker's listeners, one per lane.
record Lanes(KafkaListenerEndpointRegistry listeners) {
    private static final List<String> IDS = List.of("registration", "registration-bulk");

    /// Returns once both have stopped.
    void stop() {
        containers().forEach(MessageListenerContainer::stop);
    }

    void start() {
        containers().forEach(MessageListenerContainer::start);
    }

    private Stream<MessageListenerContainer> containers() {
        return listeners.getListenerContainers().stream().filter(container -> IDS.contains(container.getListenerId()));
    }
}
