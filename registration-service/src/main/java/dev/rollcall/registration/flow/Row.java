package dev.rollcall.registration.flow;

import dev.rollcall.events.DeviceRequest;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// One request of a poll, beside the record that it was read from.
record Row<R extends DeviceRequest>(R request, ConsumerRecord<String, byte[]> origin) {}
