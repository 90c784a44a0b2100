package dev.rollcall.standalone.samples;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SampleFilesTest {
    private static final String README = "README.md";
    private static final long SIZE_LIMIT = 400 * 1024;

    @Test
    void theRepositoryHoldsWhatTheGeneratorMakes() throws IOException {
        for (var file : SampleFilesGenerator.files().entrySet()) {
            assertThat(SampleFilesGenerator.DIRECTORY.resolve(file.getKey())).hasBinaryContent(file.getValue());
        }
    }

    @Test
    void theRepositoryHoldsNoOtherSamples() throws IOException {
        var expected = new HashSet<>(SampleFilesGenerator.files().keySet());
        expected.add(README);

        assertThat(present()).isEqualTo(expected);
    }

    @Test
    void everyErrorIsShown() {
        var outcomes = SampleFiles.all().stream()
                .flatMap(sample -> sample.rows().stream())
                .map(Row::outcome)
                .collect(toSet());

        assertThat(outcomes)
                .containsExactlyInAnyOrder(
                        "Registered",
                        "DeviceNotFound",
                        "HardwareHashNotValid",
                        "DeviceAlreadyRegistered",
                        "DeviceClaimedByAnotherOrganization",
                        "UnexpectedError");
    }

    @Test
    void everyLastingStateIsShown() {
        var states = SampleFiles.all().stream()
                .flatMap(sample -> sample.rows().stream())
                .map(Row::state)
                .collect(toSet());

        assertThat(states).containsExactlyInAnyOrder("RegistrationFailed", "ReadyForUser", "Active", "Inactive");
    }

    @Test
    void allTogetherAreSmall() {
        var size = SampleFilesGenerator.files().values().stream()
                .mapToLong(content -> content.length)
                .sum();

        assertThat(size).isLessThan(SIZE_LIMIT);
    }

    private static Set<String> present() throws IOException {
        try (var files = Files.list(SampleFilesGenerator.DIRECTORY)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .collect(toSet());
        }
    }
}
