package dev.rollcall.registration.catalog;

import dev.rollcall.events.CatalogChange;
import dev.rollcall.identity.DeviceId;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// What a supplier says of a device, beside the record that it was read from.
record Word(CatalogChange change, ConsumerRecord<String, byte[]> origin) {
    DeviceId device() {
        return change.deviceId();
    }
}
