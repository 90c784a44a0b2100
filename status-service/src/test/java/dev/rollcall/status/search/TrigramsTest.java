package dev.rollcall.status.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrigramsTest {
    private static final String TEXT = "ada.lovelace@contoso.example pf12k9 latitude 5440";

    @Test
    void holdsEveryPartOfATextInAnyCase() {
        var set = BitSet.valueOf(Trigrams.of(List.of("another", TEXT)));

        for (var from = 0; from < TEXT.length(); from++) {
            for (var to = from; to <= TEXT.length(); to++) {
                var part = TEXT.substring(from, to);
                assertThat(Trigrams.bits(part).allMatch(set::get)).as(part).isTrue();
                assertThat(Trigrams.bits(part.toUpperCase(Locale.ROOT)).allMatch(set::get))
                        .as(part)
                        .isTrue();
            }
        }
    }

    @Test
    void tellsMostOtherTextsApart() {
        var set = BitSet.valueOf(Trigrams.of(IntStream.range(0, TextBlocks.ENTRIES)
                .mapToObj(i -> i + TEXT + i)
                .toList()));

        assertThat(IntStream.range(100_000, 101_000)
                        .mapToObj(i -> "zq" + i)
                        .filter(text -> Trigrams.bits(text).allMatch(set::get)))
                .isEmpty();
    }

    /// The last is a letter whose lower case is an ASCII `k`.
    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "é", "aéb", "\uD83D\uDE00a", "ab\u212A"})
    void promisesNothingOfWhatIsShortOrNotAscii(String part) {
        assertThat(Trigrams.bits(part)).isEmpty();
    }

    @Test
    void hasAlwaysTheSameLength() {
        assertThat(Trigrams.of(List.of())).hasSize(Trigrams.BITS / 8);
        assertThat(Trigrams.of(List.of(TEXT))).hasSize(Trigrams.BITS / 8);
    }
}
