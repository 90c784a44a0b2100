package dev.rollcall.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class InstantTextTest {
    @Property(tries = 2000)
    void writesWhatInstantsThemselvesWrite(
            @ForAll @LongRange(min = -99_999_999_999L, max = 299_999_999_999L) long second,
            @ForAll @IntRange(max = 999_999_999) int nanos) {
        var instant = Instant.ofEpochSecond(second, nanos);

        assertThat(InstantText.of(instant)).isEqualTo(instant.toString());
    }

    @Property(tries = 2000)
    void readsWhatInstantsThemselvesWrite(
            @ForAll @LongRange(min = -62_167_219_200L, max = 253_402_300_799L) long second,
            @ForAll @IntRange(max = 999_999_999) int nanos) {
        var instant = Instant.ofEpochSecond(second, nanos);

        assertThat(InstantText.parse(instant.toString())).isEqualTo(instant);
    }

    @Example
    void writesWholePartsOfASecondAsInstantsThemselvesDo() {
        for (var nanos : new int[] {0, 1, 1_000, 10_000, 1_000_000, 120_000_000, 999_999_999}) {
            var instant = Instant.ofEpochSecond(1_780_304_400L, nanos);

            assertThat(InstantText.of(instant)).isEqualTo(instant.toString());
            assertThat(InstantText.parse(instant.toString())).isEqualTo(instant);
        }
    }

    @Property(tries = 2000)
    void leavesEveryOtherTextToTheFormatter(@ForAll String text) {
        assertThat(InstantText.parse(text)).isNull();
    }

    @Example
    void leavesWhatOnlyLooksLikeAnInstantToTheFormatter() {
        for (var text : new String[] {
            "2026-02-30T09:00:00Z",
            "2026-13-01T09:00:00Z",
            "2026-06-01T24:00:00Z",
            "2026-06-01T09:60:00Z",
            "2026-06-01T09:00:60Z",
            "2026-06-01T09:00:00.Z",
            "2026-06-01T09:00:00.1234567890Z",
            "2026-06-01T09:00:00,123Z",
            "2026-06-01 09:00:00Z",
            "2026-06-01T09:00:00+02:00",
            "-026-06-01T09:00:00Z",
            "2026-06-0aT09:00:00Z",
            "2026-06-01T09:00:00"
        }) {
            assertThat(InstantText.parse(text)).as(text).isNull();
        }
    }
}
