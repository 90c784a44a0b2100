package dev.rollcall.upload.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.events.DeviceSeen;
import dev.rollcall.events.Event;
import dev.rollcall.events.EventWriter;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.TenantId;
import dev.rollcall.tracing.EventTraces;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/// On the producer that Kafka's client has for tests, which acknowledges when it is told to.
class PublicationTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Route ROUTE = new Route(
            new EventWriter(URI.create("/test")), "device-activity", Placement.BY_KEY, EventTraces.NONE.current());

    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());

    @Test
    void waitsForTheLastOfItsEvents() {
        var publication = new Publication(producer, ROUTE);
        publication.add(event());
        publication.add(event());

        var delivery = CompletableFuture.supplyAsync(publication::complete);

        producer.completeNext();
        assertThat(delivery).isNotDone();
        producer.completeNext();
        assertThat(delivery.join()).isEqualTo(Delivery.ACKNOWLEDGED);
    }

    @Test
    void doesNotWaitForTheEventsOfOthers() {
        var mine = new Publication(producer, ROUTE);
        var another = new Publication(producer, ROUTE);
        mine.add(event());
        another.add(event());
        producer.completeNext();

        assertThat(mine.complete()).isEqualTo(Delivery.ACKNOWLEDGED);
        assertThat(producer.flushed()).isFalse();
    }

    @Test
    void isDoneAtOnceWithoutEvents() {
        assertThat(new Publication(producer, ROUTE).complete()).isEqualTo(Delivery.ACKNOWLEDGED);
    }

    @Test
    void failsWhereOneEventIsGivenUp() {
        var publication = new Publication(producer, ROUTE);
        publication.add(event());
        publication.add(event());
        producer.errorNext(new TimeoutException("no leader"));
        producer.completeNext();

        assertThat(publication.add(event())).isFalse();
        assertThat(publication.complete()).isEqualTo(Delivery.FAILED);
    }

    @Test
    void failsWhereKafkaDoesNotSayHowManyPartitionsThereAre() {
        var lost = Placement.shardOf(new TenantId("contoso"), () -> {
            throw new TimeoutException("no metadata");
        });
        var publication = new Publication(producer, new Route(ROUTE.writer(), "bulk", lost, ROUTE.trace()));

        assertThat(publication.add(event())).isFalse();
        assertThat(publication.complete()).isEqualTo(Delivery.FAILED);
    }

    @Test
    void placesTheEventsOfATenantWithinItsShardUnderTheirOwnKeys() {
        var tenant = new TenantId("contoso");
        var event = event();
        var publication = new Publication(
                producer, new Route(ROUTE.writer(), "bulk", Placement.shardOf(tenant, () -> 48), ROUTE.trace()));
        publication.add(event);

        assertThat(producer.history()).singleElement().satisfies(placed -> {
            assertThat(placed.partition()).isEqualTo(ShuffleShard.of(tenant, 48).partition(event.key()));
            assertThat(placed.key()).isEqualTo(event.key());
            assertThat(placed.headers().lastHeader("ce_type")).isNotNull();
        });
    }

    private static Event event() {
        return new DeviceSeen(new DeviceId(UUID.randomUUID()), new TenantId("contoso"), null, NOW, NOW);
    }
}
