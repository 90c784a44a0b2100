package dev.rollcall.registration.flow;

import dev.rollcall.events.DeviceRequest;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// One request of a poll, beside the record that it was read from and the lane it came by.
record Row<R extends DeviceRequest>(R request, ConsumerRecord<String, byte[]> origin, Lane lane) {

    /// The same row, of a request whose kind is now known.
    <S extends DeviceRequest> Row<S> of(S known) {
        return new Row<>(known, origin, lane);
    }
}
