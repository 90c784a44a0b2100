package dev.rollcall.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MisuseTest {

    @ParameterizedTest
    @ValueSource(strings = {"99999", "65536", "-1", "80a", "", "100000000000"})
    void aPortThatIsNoneIsExplained(String port) {
        var run = CommandRun.of("start", "--port=" + port);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("rollcall: ").contains("--port", "a number from 0 to 65535", "help start");
        assertThat(run.err().lines()).hasSize(2);
    }

    @Test
    void aManagementPortIsLookedAtAsClosely() {
        assertThat(CommandRun.of("demo", "--management-port=70000").err()).contains("--management-port", "70000");
    }

    @Test
    void whatIsMissingIsNamed() {
        var run = CommandRun.of("partners", "ask");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("CUSTOMER", "help partners");
    }

    @Test
    void anOptionInFrontOfItsCommandIsNotPassedOver() {
        assertThat(CommandRun.of("partners", "--client-id", "northwind", "list").status())
                .isEqualTo(2);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        var run = CommandRun.of("register", "no-such.csv");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("rollcall: no-such.csv is no file" + System.lineSeparator());
    }
}
