package dev.rollcall.status.devices;

import dev.rollcall.status.paging.InvalidParameter;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Whether a page is to come with the counts, and in the days of which zone these are told.
record SummaryQuery(boolean isWanted, ZoneId zone) {

    sealed interface Reading {

        record Valid(SummaryQuery query) implements Reading {}

        record Invalid(InvalidParameter problem) implements Reading {}
    }

    static Reading read(@Nullable String wanted, @Nullable String zone) {
        if (wanted != null && !wanted.equals("true") && !wanted.equals("false")) {
            return new Reading.Invalid(new InvalidParameter("summary", "summary must be true or false."));
        }
        var name = zone == null ? "UTC" : zone;
        return ZoneId.getAvailableZoneIds().contains(name)
                ? new Reading.Valid(new SummaryQuery("true".equals(wanted), ZoneId.of(name)))
                : new Reading.Invalid(
                        new InvalidParameter("zone", "zone must be the name of a time zone, like Europe/Amsterdam."));
    }
}
