package dev.rollcall.registration.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.identity.DeviceColumns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorableTextTest {

    @Test
    void replacesNulWhichNoDatabaseStores() {
        var columns = serialNumber("SN\0");

        assertThat(StorableText.isStorable(columns)).isFalse();
        assertThat(StorableText.cleaned(columns)).isEqualTo(serialNumber("SN\uFFFD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SN-1", "序列号"})
    void leavesEveryOtherTextAsItIs(String text) {
        assertThat(StorableText.isStorable(serialNumber(text))).isTrue();
        assertThat(StorableText.cleaned(serialNumber(text)).serialNumber()).isEqualTo(text);
    }

    @Test
    void leavesTheHardwareHashOut() {
        var columns = new DeviceColumns(null, null, null, null, "T0E", null, null);

        assertThat(StorableText.cleaned(columns).hardwareHash()).isNull();
    }

    private static DeviceColumns serialNumber(String text) {
        return new DeviceColumns(text, null, null, null, null, null, null);
    }
}
