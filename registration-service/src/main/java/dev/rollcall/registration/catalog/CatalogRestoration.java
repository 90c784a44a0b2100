package dev.rollcall.registration.catalog;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The catalog from its first word on. What the words came to was told when they were first decided,
/// and is not told again.
@Component
public class CatalogRestoration {
    private final CatalogDesk desk;
    private final JdbcClient jdbc;

    CatalogRestoration(CatalogDesk desk, JdbcClient jdbc) {
        this.desk = desk;
        this.jdbc = jdbc;
    }

    public void clear() {
        jdbc.sql("TRUNCATE registration.device_catalog").update();
    }

    /// The next words of each partition.
    public void tell(List<ConsumerRecord<String, byte[]>> messages) {
        desk.decide(CatalogPoll.read(messages).words());
    }
}
