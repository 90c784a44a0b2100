package dev.rollcall.status.projection;

import dev.rollcall.events.DeviceDetails;
import dev.rollcall.identity.BatchId;
import dev.rollcall.identity.NormalizedText;
import dev.rollcall.identity.RequestId;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// What events say of one entry. Each component is a maximum by an order that the events themselves carry; null says
/// nothing. [#and] is therefore commutative, associative and idempotent, and the table merges by the same orders.
record DeviceChange(
        DeviceKey key,
        String serialKey,
        @Nullable Asked asked,
        @Nullable Order succeeded,
        @Nullable Registration registration,
        long releasedGeneration,
        @Nullable Instant dismissedBefore,
        @Nullable Sighting sighting) {
    private static final int SERIAL_KEY_LENGTH = 100;

    /// When something was asked for: by time, then by the row of its batch.
    record Order(Instant at, long row, RequestId request) implements Comparable<Order> {
        private static final Comparator<Order> BY_TIME = Comparator.comparing(Order::at)
                .thenComparingLong(Order::row)
                .thenComparing(order -> order.request().toString());

        @Override
        public int compareTo(Order other) {
            return BY_TIME.compare(this, other);
        }
    }

    /// A request, with its rejection where there is one.
    record Asked(
            Order order,
            BatchId batch,
            DeviceDetails details,
            @Nullable Rejection rejection) implements Comparable<Asked> {
        private static final Comparator<Asked> BY_ORDER =
                Comparator.comparing(Asked::order).thenComparing(Asked::rejected);

        boolean rejected() {
            return rejection != null;
        }

        @Override
        public int compareTo(Asked other) {
            return BY_ORDER.compare(this, other);
        }
    }

    record Rejection(boolean identified, String error, String reason) {}

    record Registration(long generation, Instant at, RequestId request, BatchId batch, DeviceDetails details)
            implements Comparable<Registration> {
        @Override
        public int compareTo(Registration other) {
            return Long.compare(generation, other.generation);
        }
    }

    record Sighting(
            Instant at, Instant reportedAt, @Nullable String user) implements Comparable<Sighting> {
        private static final Comparator<Sighting> BY_TIME =
                Comparator.comparing(Sighting::at).thenComparing(Sighting::reportedAt);

        @Override
        public int compareTo(Sighting other) {
            return BY_TIME.compare(this, other);
        }
    }

    DeviceChange and(DeviceChange other) {
        return new DeviceChange(
                key,
                latest(serialKey, other.serialKey),
                later(asked, other.asked),
                later(succeeded, other.succeeded),
                later(registration, other.registration),
                Math.max(releasedGeneration, other.releasedGeneration),
                later(dismissedBefore, other.dismissedBefore),
                later(sighting, other.sighting));
    }

    static DeviceChange asked(DeviceKey key, Asked asked) {
        return new DeviceChange(key, serialKey(asked.details()), asked, null, null, 0, null, null);
    }

    static DeviceChange registered(DeviceKey key, Order order, Registration registration) {
        return new DeviceChange(key, serialKey(registration.details()), null, order, registration, 0, null, null);
    }

    /// `generation` is 0 where nothing was held.
    static DeviceChange released(DeviceKey key, long generation, Instant requestedAt) {
        return new DeviceChange(key, "", null, null, null, generation, requestedAt, null);
    }

    static DeviceChange seen(DeviceKey key, Sighting sighting) {
        return new DeviceChange(key, "", null, null, null, 0, null, sighting);
    }

    /// The normalised serial number, cut to what an index takes; empty for none.
    static String serialKey(DeviceDetails details) {
        var serialNumber = details.serialNumber();
        if (serialNumber == null) {
            return "";
        }
        var normalized = StorableText.of(NormalizedText.of(serialNumber));
        return normalized.length() <= SERIAL_KEY_LENGTH
                ? normalized
                : normalized.substring(0, SERIAL_KEY_LENGTH) + "~" + Integer.toHexString(normalized.hashCode());
    }

    private static String latest(String one, String other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static <C extends Comparable<? super C>> @Nullable C later(@Nullable C one, @Nullable C other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) >= 0 ? one : other;
    }
}
