package dev.rollcall.upload.batch;

import dev.rollcall.upload.batch.BatchOutcome.Accepted;
import dev.rollcall.upload.batch.BatchOutcome.Checked;
import dev.rollcall.upload.batch.BatchOutcome.KeyInUse;
import dev.rollcall.upload.batch.BatchOutcome.KeyReused;
import dev.rollcall.upload.batch.BatchOutcome.NotAllowed;
import dev.rollcall.upload.batch.BatchOutcome.Refused;
import dev.rollcall.upload.batch.BatchOutcome.Unavailable;
import dev.rollcall.upload.web.UploadMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts what became of every upload, and of the rows of those whose rows are known.
final class BatchMetrics {
    private static final Logger LOG = LoggerFactory.getLogger(BatchMetrics.class);

    private static final String KIND = "batch";

    private final UploadMetrics metrics;

    BatchMetrics(UploadMetrics metrics) {
        this.metrics = metrics;
    }

    void count(BatchOutcome outcome) {
        switch (outcome) {
            case Accepted accepted -> countAccepted(accepted);
            case Checked(var rows, var _) -> count("checked", rows);
            case Refused(var refusal) -> metrics.countRefused(KIND, refusal);
            case NotAllowed _ -> count("not-allowed", 0);
            case KeyReused _, KeyInUse _ -> count("conflict", 0);
            case Unavailable _ -> count("unavailable", 0);
        }
    }

    private void countAccepted(Accepted accepted) {
        count(accepted.replayed() ? "replayed" : "accepted", accepted.rowCount());
        LOG.atInfo()
                .addKeyValue("batchId", accepted.batchId())
                .addKeyValue("rows", accepted.rowCount())
                .addKeyValue("replayed", accepted.replayed())
                .log("batch accepted");
    }

    private void count(String outcome, long rows) {
        metrics.count(KIND, outcome, rows);
    }
}
