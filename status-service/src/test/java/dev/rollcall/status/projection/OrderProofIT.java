package dev.rollcall.status.projection;

import static dev.rollcall.events.DeliveryStep.DELIVERED;
import static dev.rollcall.events.DeliveryStep.IMAGE_CHECKED;
import static dev.rollcall.events.RegistrationError.DEVICE_ALREADY_REGISTERED;
import static dev.rollcall.events.RegistrationError.DEVICE_NOT_FOUND;
import static dev.rollcall.events.RegistrationError.HARDWARE_HASH_NOT_VALID;
import static dev.rollcall.status.fixtures.Happenings.confirmed;
import static dev.rollcall.status.fixtures.Happenings.dismissed;
import static dev.rollcall.status.fixtures.Happenings.registered;
import static dev.rollcall.status.fixtures.Happenings.rejected;
import static dev.rollcall.status.fixtures.Happenings.release;
import static dev.rollcall.status.fixtures.Happenings.released;
import static dev.rollcall.status.fixtures.Happenings.seen;
import static dev.rollcall.status.fixtures.Happenings.serialNumberOnly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.events.CatalogAction;
import dev.rollcall.events.Event;
import dev.rollcall.status.fixtures.CatalogUpload;
import dev.rollcall.status.fixtures.Happenings.Upload;
import dev.rollcall.status.fixtures.Relationship;
import dev.rollcall.status.projection.ProjectionOnPostgres.Stream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The streams keep an order only within one key of one topic; every interleaving of them, in polls of any size, with
/// any poll delivered again, ends in the same answers.
class OrderProofIT {
    private static final Instant T0 = Instant.parse("2026-06-01T00:00:00.123456789Z");
    private static final int ORDERS = 60;

    private final Map<Stream, List<Event>> story = new EnumMap<>(Stream.class);

    private void tell(Stream stream, Event... events) {
        Collections.addAll(story.computeIfAbsent(stream, _ -> new ArrayList<>()), events);
    }

    @Test
    void givesTheSameAnswersInEveryOrderOfTheStreams() {
        tellTheStory();
        var projection = ProjectionOnPostgres.create();
        story.forEach(projection::apply);
        var expected = projection.answers();
        assertThat(expected).contains("standing=registered", "standing=failed", "standing=requested");

        for (var seed = 0; seed < ORDERS; seed++) {
            projection.clear();
            play(projection, new Random(seed));

            assertThat(projection.answers()).as("order " + seed).isEqualTo(expected);
            assertThat(projection.miscounted()).as("order " + seed).isEmpty();
            assertThat(projection.unfindable()).as("order " + seed).isEmpty();
            projection.foldCounts();
            assertThat(projection.miscounted()).as("folded " + seed).isEmpty();
        }
    }

    private void tellTheStory() {
        var first = Upload.of("contoso", "first", T0);
        var again = Upload.of("contoso", "again", at(100));
        var later = Upload.of("contoso", "later", at(300));
        var other = Upload.of("fabrikam", "other", at(250)).postedBy("northwind");
        aDeviceThatMovesBetweenTenants(first, again, later, other);
        aDeviceThatFailsIsDismissedAndFailsAgain(first, later);
        unidentifiedRowsAroundASuccess(first, again, later);
        aFileWithADeviceTwice(again);
        aFileWithASerialNumberOnceWholeAndOnceBroken(other);
        tell(Stream.REQUESTS, first.row(9, "PENDING"));
        tell(Stream.OUTCOMES, registered(later.row(8, "FORGOTTEN"), 1, at(301)));
        aBatchOfASupplier();
        aPartnerThatComesAndGoes();
        tell(Stream.BATCHES, first.accepted(9), again.accepted(5), later.accepted(8), other.accepted(1));
    }

    private void aDeviceThatMovesBetweenTenants(Upload first, Upload again, Upload later, Upload other) {
        var won = first.row(1, "MOVES");
        var repeated = again.row(1, "MOVES");
        var taken = other.row(1, "MOVES");
        var back = later.row(1, "MOVES");
        tell(Stream.REQUESTS, won, release(won, at(200)), taken, release(taken, at(280)));
        tell(Stream.BULK_REQUESTS, repeated, back);
        tell(
                Stream.OUTCOMES,
                registered(won, 1, at(1)),
                released(won, 1, at(200)),
                registered(taken, 2, at(251)),
                released(taken, 2, at(280)));
        tell(
                Stream.BULK_OUTCOMES,
                rejected(repeated, DEVICE_ALREADY_REGISTERED, at(101)),
                registered(back, 3, at(301)));
        tell(
                Stream.ACTIVITY,
                seen(won, "contoso", at(50)),
                seen(won, "fabrikam", at(260)),
                seen(won, "contoso", at(20)));
        tell(Stream.REJECTED, repeated);
        tell(
                Stream.DELIVERY,
                confirmed(won, at(1), DELIVERED, "ada", at(60)),
                confirmed(won, at(1), DELIVERED, "bert", at(61)),
                confirmed(taken, at(251), DELIVERED, "fay", at(252)),
                confirmed(back, at(301), IMAGE_CHECKED, "ada", at(302)));
        tell(Stream.DELIVERY, confirmed(won, at(1), DELIVERED, "of another clock", at(59)));
    }

    private void aDeviceThatFailsIsDismissedAndFailsAgain(Upload first, Upload later) {
        var failed = first.row(2, "FAILS");
        var failedAgain = later.row(2, "FAILS");
        tell(Stream.REQUESTS, failed, release(failed, at(150)));
        tell(Stream.BULK_REQUESTS, failedAgain);
        tell(Stream.OUTCOMES, rejected(failed, DEVICE_NOT_FOUND, at(2)), dismissed(failed, at(150)));
        tell(Stream.BULK_OUTCOMES, rejected(failedAgain, DEVICE_NOT_FOUND, at(302)));
        tell(Stream.REJECTED, failed, failedAgain);
    }

    private void unidentifiedRowsAroundASuccess(Upload first, Upload again, Upload later) {
        var before = first.row(3, serialNumberOnly(" Mended "));
        var mended = again.row(3, "MENDED");
        var stillBroken = later.row(3, serialNumberOnly("LATER"));
        var fine = again.row(4, "Later");
        tell(Stream.REQUESTS, before, stillBroken);
        tell(Stream.BULK_REQUESTS, mended, fine);
        tell(
                Stream.OUTCOMES,
                rejected(before, HARDWARE_HASH_NOT_VALID, at(3)),
                rejected(stillBroken, HARDWARE_HASH_NOT_VALID, at(303)));
        tell(Stream.BULK_OUTCOMES, registered(mended, 1, at(103)), registered(fine, 1, at(104)));
    }

    private void aFileWithADeviceTwice(Upload upload) {
        var first = upload.row(5, "TWICE");
        var second = upload.row(6, "TWICE");
        tell(Stream.BULK_REQUESTS, first, second);
        tell(
                Stream.BULK_OUTCOMES,
                rejected(first, DEVICE_NOT_FOUND, at(110)),
                rejected(second, HARDWARE_HASH_NOT_VALID, at(110)));
    }

    private void aFileWithASerialNumberOnceWholeAndOnceBroken(Upload upload) {
        var whole = upload.row(7, "ONCE");
        var broken = upload.row(8, serialNumberOnly("once"));
        tell(Stream.BULK_REQUESTS, whole, broken);
        tell(Stream.BULK_OUTCOMES, registered(whole, 1, at(252)), rejected(broken, HARDWARE_HASH_NOT_VALID, at(252)));
    }

    private void aBatchOfASupplier() {
        var listing = CatalogUpload.of("oem");
        tell(Stream.BATCHES, listing.accepted(CatalogAction.LIST, 7, T0));
        tell(
                Stream.CATALOG_OUTCOMES,
                listing.decided("0-1", 3, 1, at(1)),
                listing.decided("5-9", 1, 0, at(2), listing.conflict(4, "TAKEN"), listing.conflict(7, "TAKEN-TOO")));
        tell(Stream.CATALOG_OUTCOMES, CatalogUpload.of("oem").decided("0-1", 1, 0, at(3)));
    }

    private void aPartnerThatComesAndGoes() {
        var relationship = Relationship.of("northwind", "contoso", T0);
        tell(Stream.RELATIONSHIPS, relationship.requested(), relationship.accepted(), relationship.ended());
        tell(Stream.RELATIONSHIPS, Relationship.of("southwind", "contoso", T0).requested());
    }

    private void play(ProjectionOnPostgres projection, Random random) {
        var waiting = new ArrayList<Lane>();
        story.forEach((stream, events) -> waiting.addAll(Lane.split(stream, events)));
        while (!waiting.isEmpty()) {
            var stream = waiting.get(random.nextInt(waiting.size())).stream();
            var poll = new ArrayList<Event>();
            waiting.stream()
                    .filter(lane -> lane.stream() == stream)
                    .forEach(lane ->
                            poll.addAll(lane.take(random.nextInt(lane.events().size() + 1))));
            waiting.removeIf(lane -> lane.events().isEmpty());
            projection.apply(stream, poll);
            if (random.nextInt(3) == 0) {
                projection.apply(stream, poll);
            }
        }
    }

    private static Instant at(long minutes) {
        return T0.plusSeconds(60 * minutes);
    }

    /// The events of one key of one topic, which stay in order.
    private record Lane(Stream stream, List<Event> events) {

        static List<Lane> split(Stream stream, List<Event> events) {
            var byKey = new LinkedHashMap<String, List<Event>>();
            events.forEach(event ->
                    byKey.computeIfAbsent(event.key(), _ -> new ArrayList<>()).add(event));
            return byKey.values().stream().map(lane -> new Lane(stream, lane)).toList();
        }

        List<Event> take(int count) {
            var head = List.copyOf(events.subList(0, count));
            events.subList(0, count).clear();
            return head;
        }
    }
}
