package dev.rollcall.upload.spool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNameTest {

    @Test
    void leavesFoldersAway() {
        assertThat(FileName.of("site/berlin/devices.csv")).isEqualTo("devices.csv");
        assertThat(FileName.of("C:\\Users\\ann\\devices.csv")).isEqualTo("devices.csv");
        assertThat(FileName.of("../../etc/passwd")).isEqualTo("passwd");
    }

    @Test
    void replacesWhatNobodyCanRead() {
        assertThat(FileName.of("a\u0000b\r\nc\u0085d\uFFFD.csv")).isEqualTo("a?b??c?d?.csv");
    }

    @Test
    void keepsTheEndOfALongNameAndNoHalfOfACharacter() {
        assertThat(FileName.of("x".repeat(300) + ".csv")).isEqualTo("x".repeat(196) + ".csv");
        assertThat(FileName.of("😀".repeat(150) + "s.csv")).isEqualTo("?" + "😀".repeat(97) + "s.csv");
    }
}
