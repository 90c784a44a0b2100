package dev.rollcall.status.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.status.catalog.CatalogBatchView.Status;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CatalogProgressTest {
    private static final Instant STARTED = Instant.parse("2026-06-15T12:00:00Z");
    private static final Instant DECIDED = STARTED.plusSeconds(60);

    @Test
    void isReceivedUntilItIsAccepted() {
        var batch = progress(null).view();

        assertThat(batch.status()).isEqualTo(Status.RECEIVING);
        assertThat(batch.rowCount()).isEqualTo(10);
        assertThat(batch.pending()).isZero();
        assertThat(batch.completedAt()).isNull();
    }

    @Test
    void isProcessedUntilItsLastRowIsDecided() {
        var batch = progress(11L).view();

        assertThat(batch.status()).isEqualTo(Status.PROCESSING);
        assertThat(batch.pending()).isEqualTo(1);
        assertThat(batch.completedAt()).isNull();
    }

    @Test
    void isCompletedWithItsLastRow() {
        var batch = progress(10L).view();

        assertThat(batch.status()).isEqualTo(Status.COMPLETED);
        assertThat(batch.pending()).isZero();
        assertThat(batch.completedAt()).isEqualTo(DECIDED);
    }

    private static CatalogProgress progress(@Nullable Long rowCount) {
        return new CatalogProgress(
                new UUID(0, 1), "list", rowCount, new CatalogProgress.Counts(1, 2, 3, 4), STARTED, DECIDED);
    }
}
