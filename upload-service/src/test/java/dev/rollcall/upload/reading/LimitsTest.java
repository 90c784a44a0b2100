package dev.rollcall.upload.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final int LONGEST = 131_072;

    @Test
    void takesARecordThatFitsIntoAnEventWhateverItsEscapes() {
        assertThat(new Limits(1, LONGEST).maxRecordLength()).isEqualTo(LONGEST);
    }

    @Test
    void takesNoRecordThatCouldBeTooLargeForKafka() {
        assertThatThrownBy(() -> new Limits(1, LONGEST + 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("131072");
    }

    @Test
    void takesSomething() {
        assertThatThrownBy(() -> new Limits(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Limits(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
