package dev.rollcall.identity;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class NormalizedTextTest {
    @Property(tries = 2000)
    void foldsAsciiAsItFoldsAnyText(@ForAll @CharRange(from = ' ', to = '~') String text) {
        assertThat(NormalizedText.of(text)).isEqualTo(NormalizedText.ofUnicode(text));
    }

    @Property(tries = 2000)
    void foldsSpacesAsItFoldsThoseOfAnyText(
            @ForAll @Chars({' ', 'A', 'z', '-', '\t'}) @StringLength(max = 12) String text) {
        assertThat(NormalizedText.of(text)).isEqualTo(NormalizedText.ofUnicode(text));
    }

    @Example
    void takesFullCaseFoldingForWhatIsNotAscii() {
        assertThat(NormalizedText.of("  Stra\u00dfe\u00a0 5 ")).isEqualTo("strasse 5");
    }
}
