package dev.rollcall.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.fixtures.HardwareHashEncoder;
import dev.rollcall.hash.HashReading.Invalid;
import dev.rollcall.hash.HashReading.Valid;
import dev.rollcall.identity.DeviceTuple;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HardwareHashTest {
    private static final DeviceTuple LATITUDE = new DeviceTuple("Dell Inc.", "Latitude 7440", "00A1B2C3");
    private static final HardwareHashEncoder HASH = HardwareHashEncoder.of(LATITUDE);

    @Test
    void readsTheFactsOfACompleteHash() {
        var uuid = UUID.fromString("8db97557-7db0-5cb8-91cf-9876bf06fb40");
        var capturedAt = Instant.parse("2026-07-14T09:15:30Z");
        var hash = HASH.withSmbiosUuid(uuid)
                .withProductKeyId("00330-80000-00000-AA123")
                .withCapturedAt(capturedAt)
                .encode();

        var reading = HardwareHash.read(hash);

        assertThat(reading).isEqualTo(new Valid(new HashFacts(LATITUDE, uuid, "00330-80000-00000-AA123", capturedAt)));
    }

    @Test
    void isFourThousandCharactersLongAndBeginsWithItsMark() {
        var text = HASH.encode();

        assertThat(text).hasSize(4000).matches("T0[EFGH].*");
    }

    @Test
    void leavesOptionalFactsOut() {
        var reading = HardwareHash.read(HASH.without(1).encode());

        assertThat(reading).isEqualTo(new Valid(new HashFacts(LATITUDE, null, null, null)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 800, 1501, 6000})
    void acceptsAnyAmountOfPadding(int blockLength) {
        assertThat(HardwareHash.read(HASH.withBlockLength(blockLength).encode()))
                .isInstanceOf(Valid.class);
    }

    @Test
    void toleratesMissingPaddingCharactersAndSurroundingWhiteSpace() {
        var text = HASH.withBlockLength(1501).encode();
        assertThat(text).endsWith("=");

        assertThat(HardwareHash.read(" \t" + text.replace("=", "") + "\r\n")).isInstanceOf(Valid.class);
    }

    @Test
    void skipsRecordsOfUnknownTypes() {
        assertThat(HardwareHash.read(HASH.withRecord(4711, new byte[100]).encode()))
                .isInstanceOf(Valid.class);
    }

    @Test
    void keepsLeadingZerosOfTheSerialNumber() {
        assertThat(HardwareHash.read(HASH.encode()))
                .isInstanceOfSatisfying(
                        Valid.class,
                        valid -> assertThat(valid.facts().device().serialNumber())
                                .isEqualTo("00A1B2C3"));
    }

    @ParameterizedTest
    @EnumSource(HashRung.class)
    void failsOnEachRungOfTheLadder(HashRung rung) {
        assertThat(HardwareHash.read(brokenAt(rung))).isInstanceOfSatisfying(Invalid.class, invalid -> {
            assertThat(invalid.rung()).isEqualTo(rung);
            assertThat(invalid.reason()).startsWith("the ").hasSizeLessThan(120);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 16, 17})
    void namesNoDeviceWithoutAnyOneOfTheThreeTexts(int type) {
        assertThat(HardwareHash.read(HASH.without(type).encode()))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.rung()).isEqualTo(HashRung.IDENTITY));
    }

    @Test
    void noticesASingleChangedBitAnywhereInTheRecords() {
        var block = HASH.block();
        var total = HashRecords.u16(block, 2);

        for (var i = 4; i < total; i++) {
            block[i] ^= 1;
            assertThat(HardwareHash.read(base64(block))).as("bit at %d", i).isInstanceOf(Invalid.class);
            block[i] ^= 1;
        }
    }

    private static String brokenAt(HashRung rung) {
        var block = HASH.block();
        return switch (rung) {
            case PRESENCE -> "  ";
            case BASE64 -> "T0F!" + HASH.encode().substring(4);
            case MAGIC -> base64(with(block, 0, 'X'));
            case LENGTH -> base64(with(block, 3, 0x7f));
            case RECORDS -> base64(with(block, 6, 3));
            case DIGEST -> base64(with(block, 40, block[40] ^ 1));
            case IDENTITY -> HASH.without(14).encode();
        };
    }

    private static byte[] with(byte[] block, int index, int value) {
        block[index] = (byte) value;
        return block;
    }

    private static String base64(byte[] block) {
        return Base64.getEncoder().encodeToString(block);
    }
}
