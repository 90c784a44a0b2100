package dev.rollcall.status.projection;

import static dev.rollcall.status.fixtures.Happenings.registered;
import static dev.rollcall.status.fixtures.Happenings.released;
import static dev.rollcall.status.fixtures.Happenings.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.events.DeviceSeen;
import dev.rollcall.status.fixtures.Happenings.Upload;
import dev.rollcall.status.projection.ProjectionOnPostgres.Stream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SightingIntervalIT {
    private static final Instant T0 = Instant.parse("2026-06-01T00:00:00.123456789Z");
    private static final Duration INTERVAL = Duration.ofMinutes(5);
    private static final ProjectionOnPostgres PROJECTION = ProjectionOnPostgres.create();

    private final RegistrationRequested row = Upload.of("contoso", "first", T0).row(1, "SEEN-1");
    private final RegistrationRequested otherRow =
            Upload.of("contoso", "first", T0).row(2, "SEEN-2");

    @BeforeEach
    void registerTheDevice() {
        PROJECTION.clear();
        PROJECTION.apply(Stream.OUTCOMES, List.of(registered(row, 1, at(1)), registered(otherRow, 1, at(1))));
    }

    @Test
    void leavesOutWhatIsLessThanTheIntervalLater() {
        write(at(10));

        assertThat(worthWriting(at(10), at(11), at(309), at(310), at(311))).containsExactly(at(310), at(311));
    }

    @Test
    void leavesOutWhatComesLate() {
        write(at(600));

        assertThat(worthWriting(at(20), at(599))).isEmpty();
    }

    @Test
    void keepsTheSightingsOfOtherDevicesAndTenantsInTheirOrder() {
        write(at(10));
        var other = seen(otherRow, "contoso", at(11));
        var strangers = seen(row, "fabrikam", at(12));

        assertThat(interval(INTERVAL).worthWriting(List.of(other, seen(row, "contoso", at(13)), strangers)))
                .containsExactly(other, strangers);
    }

    @Test
    void neverLeavesOutTheFirstAfterARegistration() {
        write(at(10));
        PROJECTION.apply(Stream.OUTCOMES, List.of(released(row, 1, at(20))));
        assertThat(worthWriting(at(21))).containsExactly(at(21));

        PROJECTION.apply(Stream.OUTCOMES, List.of(registered(row, 2, at(30))));
        assertThat(worthWriting(at(31))).containsExactly(at(31));
    }

    @Test
    void neverLeavesOutTheFirstThatCountsBehindOneThatDoesNot() {
        write(at(0));

        assertThat(worthWriting(at(2))).containsExactly(at(2));
    }

    @Test
    void keepsEverySightingWhereTheIntervalIsZero() {
        write(at(10));

        assertThat(interval(Duration.ZERO).worthWriting(List.of(seen(row, "contoso", at(10)))))
                .hasSize(1);
    }

    private void write(Instant seenAt) {
        PROJECTION.apply(Stream.ACTIVITY, List.of(seen(row, "contoso", seenAt)));
    }

    private List<Instant> worthWriting(Instant... times) {
        var sightings =
                List.of(times).stream().map(time -> seen(row, "contoso", time)).toList();
        return interval(INTERVAL).worthWriting(sightings).stream()
                .map(DeviceSeen::seenAt)
                .toList();
    }

    private static SightingInterval interval(Duration interval) {
        return new SightingInterval(PROJECTION.jdbc(), interval);
    }

    private static Instant at(long second) {
        return T0.plusSeconds(second);
    }
}
