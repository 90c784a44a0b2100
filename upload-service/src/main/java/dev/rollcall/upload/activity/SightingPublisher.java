package dev.rollcall.upload.activity;

import dev.rollcall.events.DeviceSeen;
import dev.rollcall.events.Topics;
import dev.rollcall.identity.TenantId;
import dev.rollcall.upload.publishing.Delivery;
import dev.rollcall.upload.publishing.EventPublisher;
import java.time.Instant;
import java.util.Collection;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/// Puts the sightings of one report on their topic. There may be thousands, so they go in batches that fill.
@Component
class SightingPublisher {
    private final EventPublisher events;
    private final Topics topics;

    SightingPublisher(EventPublisher events, @Qualifier("uploadTopics") Topics topics) {
        this.events = events;
        this.topics = topics;
    }

    Delivery publish(Collection<Sighting> sightings, TenantId tenant, Instant reportedAt) {
        var publication = events.beginBulk(topics.deviceActivity());
        for (var sighting : sightings) {
            publication.add(new DeviceSeen(sighting.device(), tenant, sighting.user(), sighting.seenAt(), reportedAt));
        }
        return publication.complete();
    }
}
