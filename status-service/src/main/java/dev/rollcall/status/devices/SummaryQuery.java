package dev.rollcall.status.devices;

import dev.rollcall.status.paging.InvalidParameter;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.util.MultiValueMap;

/// Whether a page is to come with the counts, and in the days of which zone these are told.
record SummaryQuery(boolean isWanted, ZoneId zone) {

    sealed interface Reading {

        record Valid(SummaryQuery query) implements Reading {}

        record Invalid(InvalidParameter problem) implements Reading {}
    }

    static Reading read(MultiValueMap<String, String> parameters) {
        var wanted = parameters.getFirst("summary");
        if (wanted != null && !wanted.equals("true") && !wanted.equals("false")) {
            return new Reading.Invalid(new InvalidParameter("summary", "summary must be true or false."));
        }
        var zone = Optional.ofNullable(parameters.getFirst("zone")).orElse("UTC");
        return ZoneId.getAvailableZoneIds().contains(zone)
                ? new Reading.Valid(new SummaryQuery("true".equals(wanted), ZoneId.of(zone)))
                : new Reading.Invalid(
                        new InvalidParameter("zone", "zone must be the name of a time zone, like Europe/Amsterdam."));
    }
}
