package dev.rollcall.upload.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class AsciiScanTest {
    private static final int CHUNK = 1 << 16;

    @Property(tries = 1000)
    void findsWhatALookAtEachByteFinds(@ForAll byte[] bytes) throws IOException {
        var ascii = true;
        for (var b : bytes) {
            ascii &= b > 0;
        }

        assertThat(passes(bytes)).isEqualTo(ascii);
    }

    @Example
    void findsEveryByteThatIsNoneInEveryPlace() throws IOException {
        for (var b = Byte.MIN_VALUE; b < Byte.MAX_VALUE; b++) {
            for (var place = 0; place < 20; place++) {
                assertThat(passes(lettersWith(b, place, 20)))
                        .as("%d at %d", b, place)
                        .isEqualTo(b > 0);
            }
        }
    }

    @Example
    void looksAtEveryChunkToItsEnd() throws IOException {
        assertThat(passes(lettersWith((byte) 'x', 0, CHUNK + 3))).isTrue();
        for (var place : new int[] {CHUNK - 1, CHUNK, CHUNK + 2}) {
            assertThat(passes(lettersWith((byte) 0, place, CHUNK + 3))).isFalse();
        }
    }

    @Example
    void looksNotAtAMark() throws IOException {
        var file = new SourceFile("a.csv", () -> new ByteArrayInputStream(lettersWith((byte) -1, 2, 20)));

        assertThat(AsciiScan.passes(file, 3)).isTrue();
        assertThat(AsciiScan.passes(file, 2)).isFalse();
    }

    private static byte[] lettersWith(byte b, int place, int length) {
        var bytes = new byte[length];
        Arrays.fill(bytes, (byte) 'A');
        bytes[place] = b;
        return bytes;
    }

    private static boolean passes(byte[] bytes) throws IOException {
        return AsciiScan.passes(new SourceFile("a.csv", () -> new ByteArrayInputStream(bytes)), 0);
    }
}
