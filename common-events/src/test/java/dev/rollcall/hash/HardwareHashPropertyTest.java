package dev.rollcall.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.fixtures.HardwareHashEncoder;
import dev.rollcall.hash.HashReading.Valid;
import dev.rollcall.identity.DeviceTuple;
import java.util.Base64;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class HardwareHashPropertyTest {
    @Property(tries = 500)
    void decodesWhatTheEncoderWrote(
            @ForAll @AlphaChars @StringLength(min = 1, max = 60) String manufacturer,
            @ForAll @AlphaChars @StringLength(min = 1, max = 60) String model,
            @ForAll @AlphaChars @StringLength(min = 1, max = 60) String serialNumber) {
        var device = new DeviceTuple(manufacturer, model, serialNumber);

        var reading = HardwareHash.read(HardwareHashEncoder.of(device).encode());

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Valid.class, valid -> assertThat(valid.facts().device()).isEqualTo(device));
    }

    /// Its checksum covers all that tells who it is; what follows is padding.
    @Property(tries = 1000)
    void aChangedCharacterIsNeverAnotherDevice(@ForAll @IntRange(max = 3999) int place, @ForAll("base64") char other) {
        var device = new DeviceTuple("Contoso", "ContosoBook 13", "000123456789");
        var changed = new StringBuilder(HardwareHashEncoder.of(device).encode());
        changed.setCharAt(place % changed.length(), other);

        if (HardwareHash.read(changed.toString()) instanceof Valid valid) {
            assertThat(valid.facts().device()).isEqualTo(device);
        }
    }

    @Provide
    Arbitrary<Character> base64() {
        return Arbitraries.chars()
                .range('A', 'Z')
                .range('a', 'z')
                .range('0', '9')
                .with('+', '/', '=', ' ', '\n');
    }

    @Property(tries = 2000)
    void answersAnyTextAndNeverThrows(@ForAll String text) {
        assertThat(HardwareHash.read(text)).isNotNull();
    }

    @Property(tries = 2000)
    void answersAnyBytesBehindTheMarkAndNeverThrows(
            @ForAll @Size(max = 400) byte[] tail, @ForAll @IntRange(max = 500) int total) {
        var block = new byte[4 + tail.length];
        block[0] = 'O';
        block[1] = 'A';
        block[2] = (byte) total;
        block[3] = (byte) (total >> 8);
        System.arraycopy(tail, 0, block, 4, tail.length);

        assertThat(HardwareHash.read(Base64.getEncoder().encodeToString(block))).isNotNull();
    }
}
