package dev.rollcall.status.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.status.paging.Cursor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A cursor's digest is no secret: whatever can be forged into one must be something that a database can compare with.
class ForgedAuditCursorTest {
    private static final String ID = "00000000-0000-4000-8000-000000000000";
    private static final String TIME = "2026-06-15T12:00:00.123456Z";

    @ParameterizedTest
    @ValueSource(strings = {"batch/" + ID, "registration/" + ID, "relationship/" + ID + "/RelationshipEnded"})
    void fitsWhereItIsOnesPlace(String event) {
        assertThat(AuditList.fits(new Cursor(TIME, event, 1))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "batch/", "\0", "batch/" + ID + "\0", "batch/" + ID + "/../x", "x"})
    void fitsNowhereWithAnEventThatIsNone(String event) {
        assertThat(AuditList.fits(new Cursor(TIME, event, 1))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "+999999999-12-31T23:59:59Z", "-1000000000-01-01T00:00:00Z"})
    void fitsNowhereAtATimeThatIsNone(String time) {
        assertThat(AuditList.fits(new Cursor(time, "batch/" + ID, 1))).isFalse();
    }

    @Test
    void fitsNowhereAtATimeThatNoTableHolds() {
        assertThat(AuditList.fits(new Cursor("9999-12-31T00:00:01Z", "batch/" + ID, 1)))
                .isFalse();
    }
}
