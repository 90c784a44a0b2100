package dev.rollcall.upload.web;

import dev.rollcall.upload.reading.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/// Counts what became of every call that uploads something, and of the rows of those whose rows are known.
@Component
public final class UploadMetrics {
    private final MeterRegistry meters;

    UploadMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /// An upload of which nothing is published, because of its sender or of us.
    public void countRefused(String kind, Refusal refusal) {
        switch (refusal.kind()) {
            case UNREADABLE, MALFORMED, TOO_LARGE -> count(kind, "refused", 0);
            case BROKEN_OFF -> count(kind, "broken-off", 0);
            case NO_ROOM -> count(kind, "unavailable", 0);
        }
    }

    /// `kind` is what was uploaded and `outcome` how that ended; each is one of a handful of words.
    public void count(String kind, String outcome, long rows) {
        meters.counter("rollcall.uploads", "kind", kind, "outcome", outcome).increment();
        meters.counter("rollcall.upload.rows", "kind", kind, "outcome", outcome).increment((double) rows);
    }
}
