package dev.rollcall.status.devices;

import dev.rollcall.identity.TenantId;
import dev.rollcall.status.paging.Cursor;
import dev.rollcall.status.paging.InvalidParameter;
import dev.rollcall.status.paging.PageRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// One page of a tenant's list. `place` is where the page begins; null for the beginning of the list.
record DeviceQuery(
        TenantId tenant,
        DeviceFilter filter,
        DeviceSort sort,
        boolean descending,
        int limit,
        @Nullable Place place) {

    /// Behind the device that has this sort key in this block ([DevicePart]).
    record Place(int block, Object sortKey, UUID device, DeviceWalk walk) {
        private static final Pattern TEXT = Pattern.compile("(.{3})([01])(.*)", Pattern.DOTALL);

        /// As a cursor has it: the walk, the block, the key.
        static String text(int block, String sortKey, DeviceWalk walk) {
            return walk.encoded() + block + sortKey;
        }

        static Optional<Place> of(Cursor cursor, DeviceSort sort) {
            var text = TEXT.matcher(cursor.sortKey());
            if (!text.matches()) {
                return Optional.empty();
            }
            var device = UUID.fromString(cursor.id());
            var block = Integer.parseInt(text.group(2));
            return DeviceWalk.decoded(text.group(1), cursor.total())
                    .flatMap(walk -> sort.key(text.group(3)).map(key -> new Place(block, key, device, walk)));
        }
    }

    /// What the parameters turned out to be.
    sealed interface Reading {

        record Valid(DeviceQuery query) implements Reading {}

        record Invalid(InvalidParameter problem) implements Reading {}
    }

    static Reading read(TenantId tenant, MultiValueMap<String, String> parameters) {
        return switch (DeviceFilter.read(parameters)) {
            case DeviceFilter.Reading.Invalid(var problem) -> new Reading.Invalid(problem);
            case DeviceFilter.Reading.Valid(var filter) -> sorted(tenant, filter, parameters);
        };
    }

    /// What a cursor of this query belongs to.
    String fingerprint() {
        return fingerprint(tenant, filter, sort, descending);
    }

    boolean runsBackwards() {
        return descending != sort.isReversed();
    }

    private static Reading sorted(TenantId tenant, DeviceFilter filter, MultiValueMap<String, String> parameters) {
        var wanted = Optional.ofNullable(parameters.getFirst("sort")).orElse("serialNumber");
        var descending = wanted.startsWith("-");
        var sort = DeviceSort.named(descending ? wanted.substring(1) : wanted);
        return sort.isPresent()
                ? paged(new DeviceQuery(tenant, filter, sort.get(), descending, 0, null), parameters)
                : new Reading.Invalid(new InvalidParameter("sort", "There is no such column to sort by."));
    }

    private static Reading paged(DeviceQuery query, MultiValueMap<String, String> parameters) {
        var reading = PageRequest.read(
                parameters.getFirst("limit"),
                parameters.getFirst("cursor"),
                query.fingerprint(),
                cursor -> query.place(cursor).isPresent());
        return switch (reading) {
            case PageRequest.Reading.Invalid(var problem) -> new Reading.Invalid(problem);
            case PageRequest.Reading.Valid(var page) ->
                new Reading.Valid(query.from(page.after().flatMap(query::place).orElse(null), page.limit()));
        };
    }

    private Optional<Place> place(Cursor cursor) {
        try {
            return Place.of(cursor, sort);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private DeviceQuery from(@Nullable Place from, int size) {
        return new DeviceQuery(tenant, filter, sort, descending, size, from);
    }

    private static String fingerprint(TenantId tenant, DeviceFilter filter, DeviceSort sort, boolean descending) {
        return String.join(
                "\0", "devices", tenant.value(), filter.toString(), sort.name(), Boolean.toString(descending));
    }
}
