package dev.rollcall.access.chain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeaderValuesTest {

    @Test
    void letsTextThroughInWhateverScript() {
        assertThat(HeaderValues.isAllowed("Bearer eyJhbGciOi.J-_~=")).isTrue();
        assertThat(HeaderValues.isAllowed("")).isTrue();
        assertThat(HeaderValues.isAllowed("tab\tand crème brûlée 東京")).isTrue();
    }

    @Test
    void letsNoControlCharactersThroughNorWhatIsNoCharacter() {
        assertThat(HeaderValues.isAllowed("a\r\nb")).isFalse();
        assertThat(HeaderValues.isAllowed("a\u0000")).isFalse();
        assertThat(HeaderValues.isAllowed("a\u007f")).isFalse();
        assertThat(HeaderValues.isAllowed("a\u0085")).isFalse();
        assertThat(HeaderValues.isAllowed("a\uffff")).isFalse();
    }
}
