package dev.rollcall.registration.restore;

import dev.rollcall.events.EventReader;
import dev.rollcall.events.EventReading.Known;
import dev.rollcall.events.RegistrationOutcome.DeviceRegistered;
import dev.rollcall.events.RegistrationOutcome.DeviceReleased;
import dev.rollcall.events.Topics;
import dev.rollcall.registration.RegistrationProperties;
import dev.rollcall.registration.catalog.CatalogRestoration;
import dev.rollcall.registration.kafka.ConsumerGroups;
import dev.rollcall.registration.kafka.TopicPast;
import dev.rollcall.registration.ownership.OwnershipRestoration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Brings the tables to where the committed offsets are, before the first poll. A worker commits its
/// outcomes and its offsets in one Kafka transaction, so what the topics tell and what is still to
/// be decided fit together without a gap. Ownerships are taken from the outcomes, as they were
/// decided: to decide the requests again could give a device to another. The catalog is told anew
/// from its first word. It refuses to begin while a worker is at work.
@Component
@ConditionalOnProperty("rollcall.registration.restore-since")
final class Restoration implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(Restoration.class);

    private final Instant since;
    private final Topics topics;
    private final ConsumerGroups groups;
    private final TopicPast past;
    private final OwnershipRestoration ownership;
    private final CatalogRestoration catalog;

    Restoration(
            RegistrationProperties properties,
            @Qualifier("registrationTopics") Topics topics,
            ConsumerGroups groups,
            TopicPast past,
            OwnershipRestoration ownership,
            CatalogRestoration catalog) {
        this.since = Objects.requireNonNull(properties.restoreSince());
        this.topics = topics;
        this.groups = groups;
        this.past = past;
        this.ownership = ownership;
        this.catalog = catalog;
    }

    @Override
    public void afterSingletonsInstantiated() {
        past.requireNoMembers(List.of(groups.requests(), groups.bulkRequests(), groups.catalog()));
        LOG.atInfo().addKeyValue("since", since).log("restoring from the topics");
        // A release may be read before its registration, which came by another topic: it waits for all of them.
        Stream.of(topics.registrationOutcomes(), topics.registrationOutcomesBulk())
                .forEach(topic -> past.readSince(topic, since, each(DeviceRegistered.class, ownership::begin)));
        past.readSince(topics.registrationOutcomes(), since, each(DeviceReleased.class, ownership::end));
        catalog.clear();
        past.readCommitted(topics.deviceCatalog(), groups.catalog(), catalog::tell);
        LOG.atInfo().log("restored");
    }

    private static <E> Consumer<List<ConsumerRecord<String, byte[]>>> each(
            Class<E> type, Consumer<List<E>> restoration) {
        return messages -> restoration.accept(messages.stream()
                .map(EventReader::read)
                .flatMap(reading -> reading instanceof Known(var event) ? Stream.of(event) : Stream.empty())
                .filter(type::isInstance)
                .map(type::cast)
                .toList());
    }
}
