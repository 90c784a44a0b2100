package dev.rollcall.status.batches;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.status.batches.BatchView.Status;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BatchProgressTest {
    private static final Instant STARTED = Instant.parse("2026-06-15T12:00:00Z");
    private static final Instant DECIDED = STARTED.plusSeconds(60);

    private static final BatchOwner TENANT = new BatchOwner("tenant_id", "contoso");
    private static final BatchOwner PARTNER = new BatchOwner("partner_id", "northwind");

    @Test
    void tellsTheCustomerWhoPostedItAndThePartnerForWhom() {
        var batch = progress(1L, Map.of());

        assertThat(batch.view(TENANT).partner()).isEqualTo("northwind");
        assertThat(batch.view(TENANT).customer()).isNull();
        assertThat(batch.view(PARTNER).partner()).isEqualTo("northwind");
        assertThat(batch.view(PARTNER).customer()).isEqualTo("contoso");
    }

    @Test
    void isReceivedUntilItIsAccepted() {
        var batch = progress(null, Map.of("Seen", 3L, "Registered", 1L)).view(TENANT);

        assertThat(batch.status()).isEqualTo(Status.RECEIVING);
        assertThat(batch.rowCount()).isEqualTo(3);
        assertThat(batch.pending()).isEqualTo(2);
        assertThat(batch.completedAt()).isNull();
    }

    @Test
    void isProcessedUntilItsLastRowIsDecided() {
        var batch = progress(3L, Map.of("Seen", 1L, "Registered", 1L, "DeviceNotFound", 1L))
                .view(TENANT);

        assertThat(batch.status()).isEqualTo(Status.PROCESSING);
        assertThat(batch.succeeded()).isEqualTo(1);
        assertThat(batch.failed()).isEqualTo(1);
        assertThat(batch.pending()).isEqualTo(1);
    }

    @Test
    void isCompletedWithItsLastRow() {
        var batch = progress(2L, Map.of("Seen", 2L, "Registered", 1L, "UnexpectedError", 1L))
                .view(TENANT);

        assertThat(batch.status()).isEqualTo(Status.COMPLETED);
        assertThat(batch.pending()).isZero();
        assertThat(batch.completedAt()).isEqualTo(DECIDED);
        assertThat(batch.outcomes())
                .containsEntry("UnexpectedError", 1L)
                .containsEntry("DeviceNotFound", 0L)
                .doesNotContainKey("Seen");
    }

    private static BatchProgress progress(@Nullable Long rowCount, Map<String, Long> counts) {
        return new BatchProgress(new UUID(0, 1), "contoso", "northwind", STARTED, rowCount, counts, DECIDED);
    }
}
