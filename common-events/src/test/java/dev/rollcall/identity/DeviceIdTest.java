package dev.rollcall.identity;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceIdTest {
    /// Pinned: this id is in topics and databases for good.
    @Test
    void staysTheSameForGood() {
        var id = DeviceId.of(new DeviceTuple("Contoso", "ContosoBook 13", "000123456789"));

        assertThat(id).isEqualTo(new DeviceId(UUID.fromString("da4bae12-dc4a-574e-ac25-637b1f8f352b")));
        assertThat(id.value().version()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "'Dell Inc.', 'DELL INC.'",
        "'Dell Inc.', '  dell   inc. '",
        "'Straße', 'STRASSE'",
        "'ﬁne', 'FINE'",
        "'Ａcme', 'acme'",
        "'a\u00a0b', 'A B'",
    })
    void meetsTheSameDeviceInAnotherSpelling(String one, String other) {
        assertThat(DeviceId.of(new DeviceTuple(one, "m", "s")))
                .isEqualTo(DeviceId.of(new DeviceTuple(other, "m", "s")));
    }

    @Test
    void neverTouchesLeadingZeros() {
        assertThat(NormalizedText.same("007", "7")).isFalse();
    }

    @Test
    void keepsTheBordersBetweenTheParts() {
        var one = DeviceId.of(new DeviceTuple("a", "b1:c", "d"));
        var other = DeviceId.of(new DeviceTuple("a", "b", "1:cd"));

        assertThat(one).isNotEqualTo(other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System Serial Number",
                "default  string",
                "To Be Filled By O.E.M.",
                "None",
                "0",
                "0000000000",
                "........",
                "N/A"
            })
    void knowsThePlaceholdersOfFirmware(String serialNumber) {
        assertThat(new DeviceTuple("m", "m", serialNumber).hasPlaceholderSerialNumber())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"000123456789", "5CG0123XYZ", "VMware-56 4d 1a", "1"})
    void takesRealSerialNumbersForReal(String serialNumber) {
        assertThat(new DeviceTuple("m", "m", serialNumber).hasPlaceholderSerialNumber())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "../etc", "-x", "a\nb", "a/b"})
    void refusesPartiesWithNamesThatCouldBreakAKeyOrALogLine(String name) {
        assertThatThrownBy(() -> new TenantId(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3f2504e0-4f89-41d3-9a0c-0305e82c3301", "3F2504E0-4F89-41D3-9A0C-0305E82C3301"})
    void readsAnIdInItsUsualForm(String text) {
        assertThat(DeviceId.parse(text)).hasValueSatisfying(id -> assertThat(id).hasToString(text.toLowerCase(ROOT)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1-1-1-1-1", "000000001-0001-0001-0001-00000000001", "3f2504e04f8941d39a0c0305e82c3301"})
    void readsNoIdInAnotherForm(String text) {
        assertThat(DeviceId.parse(text)).isEmpty();
    }

    @Test
    void derivesOneRequestPerRowOfABatch() {
        var batch = BatchId.of(new TenantId("contoso"), "contoso", "key-1");

        assertThat(RequestId.of(batch, 1)).isEqualTo(RequestId.of(batch, 1)).isNotEqualTo(RequestId.of(batch, 2));
    }
}
