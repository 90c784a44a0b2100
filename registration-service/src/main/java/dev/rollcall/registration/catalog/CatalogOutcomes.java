package dev.rollcall.registration.catalog;

import dev.rollcall.events.EventWriter;
import dev.rollcall.events.Topics;
import dev.rollcall.identity.CatalogBatchId;
import dev.rollcall.registration.kafka.DeadLetters;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/// Words what a poll of the catalog came to, batch by batch. Words of the first release, which name
/// no row, are told of to nobody.
@Component
class CatalogOutcomes {
    private final EventWriter events = new EventWriter(URI.create("/rollcall/registration-service"));
    private final Topics topics;
    private final InstantSource clock;

    CatalogOutcomes(@Qualifier("registrationTopics") Topics topics, InstantSource clock) {
        this.topics = topics;
        this.clock = clock;
    }

    List<ProducerRecord<String, byte[]>> messages(List<Decided> decided) {
        var refused = decided.stream()
                .filter(one -> !one.stored())
                .map(one -> DeadLetters.letter(one.word().origin(), CatalogListener.READER, "the database refuses it"));
        return Stream.concat(told(decided), refused).toList();
    }

    private Stream<ProducerRecord<String, byte[]>> told(List<Decided> decided) {
        var slices = new LinkedHashMap<CatalogBatchId, CatalogSlice>();
        for (var one : decided) {
            var row = one.word().change().row();
            if (row != null) {
                slices.computeIfAbsent(row.batchId(), _ -> new CatalogSlice(row, one.word()))
                        .add(row, one);
            }
        }
        var now = clock.instant();
        return slices.values().stream()
                .flatMap(slice -> slice.events(now).stream())
                .map(event -> events.write(topics.catalogOutcomes(), event));
    }
}
