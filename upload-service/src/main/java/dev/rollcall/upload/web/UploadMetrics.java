package dev.rollcall.upload.web;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/// Counts what became of every call that uploads something, and of the rows of those whose rows are known.
@Component
public final class UploadMetrics {
    private final MeterRegistry meters;

    UploadMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /// `kind` is what was uploaded and `outcome` how that ended; each is one of a handful of words.
    public void count(String kind, String outcome, long rows) {
        meters.counter("rollcall.uploads", "kind", kind, "outcome", outcome).increment();
        meters.counter("rollcall.upload.rows", "kind", kind, "outcome", outcome).increment((double) rows);
    }
}
