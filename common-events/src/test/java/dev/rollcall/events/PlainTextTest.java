package dev.rollcall.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PlainTextTest {
    @Property(tries = 2000)
    void endsWhereALookAtEachByteEnds(@ForAll byte[] bytes) {
        assertThat(PlainText.end(bytes, 0)).isEqualTo(firstSpecial(bytes));
    }

    @Example
    void findsEverySpecialByteInEveryPlace() {
        for (var b = Byte.MIN_VALUE; b < Byte.MAX_VALUE; b++) {
            for (var place = 0; place < 20; place++) {
                var bytes = new byte[20];
                Arrays.fill(bytes, (byte) 'A');
                bytes[place] = b;

                assertThat(PlainText.end(bytes, 0)).as("%d at %d", b, place).isEqualTo(firstSpecial(bytes));
            }
        }
    }

    @Property
    void looksAtNothingBeforeItsBeginning(@ForAll @IntRange(min = 1, max = 40) int from) {
        var bytes = new byte[60];
        Arrays.fill(bytes, from, 50, (byte) 'A');

        assertThat(PlainText.end(bytes, from)).isEqualTo(50);
    }

    private static int firstSpecial(byte[] bytes) {
        for (var i = 0; i < bytes.length; i++) {
            if (bytes[i] < 0x20 || bytes[i] == '"' || bytes[i] == '\\') {
                return i;
            }
        }
        return bytes.length;
    }
}
