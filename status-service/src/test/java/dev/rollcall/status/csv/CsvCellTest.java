package dev.rollcall.status.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@x", "\tx", "\rx"})
    void disarmsWhatASpreadsheetWouldRun(String text) {
        assertThat(CsvCell.safe(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "0012", "a=b", "'quoted", " =x"})
    void leavesTheRestAsItIs(String text) {
        assertThat(CsvCell.safe(text)).isEqualTo(text);
    }
}
