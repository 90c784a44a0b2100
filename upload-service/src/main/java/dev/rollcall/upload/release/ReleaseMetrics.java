package dev.rollcall.upload.release;

import dev.rollcall.upload.release.ReleaseOutcome.Decided;
import dev.rollcall.upload.release.ReleaseOutcome.Unavailable;
import dev.rollcall.upload.web.UploadMetrics;
import org.springframework.stereotype.Component;

/// Counts what became of every call for releases; its rows are the devices whose release was asked for.
@Component
final class ReleaseMetrics {
    private final UploadMetrics metrics;

    ReleaseMetrics(UploadMetrics metrics) {
        this.metrics = metrics;
    }

    void count(ReleaseOutcome outcome) {
        switch (outcome) {
            case Decided decided ->
                metrics.count(
                        "release",
                        decided.accepted().isEmpty() ? "refused" : "accepted",
                        decided.accepted().size());
            case Unavailable _ -> metrics.count("release", "unavailable", 0);
        }
    }
}
