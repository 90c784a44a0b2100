package dev.rollcall.status.batches;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.status.paging.Cursor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The digest of a cursor is no secret, so its content can be anything.
class ForgedCursorTest {
    private static final String BATCH = "dc12906d-1efb-59f0-9840-060d01a14274";

    @Test
    void aPlaceInAListOfBatchesIsATimeAndABatch() {
        assertThat(BatchList.fits(new Cursor("2026-06-01T09:00:00.123456Z", BATCH, 7)))
                .isTrue();
        assertThat(BatchList.fits(new Cursor("2026-06-01T09:00:00Z", "no batch", 7)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "+1000000000-01-01T00:00:00Z", "-9999-01-01T00:00:00Z", "1; DROP TABLE x"})
    void aTimeThatNoBatchBeganAtIsNoPlace(String startedAt) {
        assertThat(BatchList.fits(new Cursor(startedAt, BATCH, 7))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "x", "9999999999999999999", "1 OR 1=1"})
    void aPlaceInAListOfRowsIsANumber(String row) {
        assertThat(ResultList.fits(new Cursor(row, "id", 7))).isFalse();
        assertThat(ResultList.fits(new Cursor("17", "id", 7))).isTrue();
    }
}
