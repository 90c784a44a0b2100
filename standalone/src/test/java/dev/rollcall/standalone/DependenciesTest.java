package dev.rollcall.standalone;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Nothing gets onto the classpath unseen: each artifact of all services is in an approved list with its version,
/// licence and digest. The build has written the bill of materials before; where the two differ on purpose, what is now
/// used is in `target/dependencies.txt`, to be read and then put into the list's place.
class DependenciesTest {
    private static final Path BILL = Path.of("target/classes/META-INF/sbom/application.cdx.json");
    private static final Path APPROVED = Path.of("src/test/resources/dependencies.txt");
    private static final Path USED = Path.of("target/dependencies.txt");

    /// Those of the building system's own PostgreSQL differ from machine to machine.
    private static final Set<String> LEFT_OUT = Set.of("dev.rollcall", "io.zonky.test.postgres");

    /// What may be given away together with Apache-2.0. Where an artifact names several, one of them is enough.
    private static final Set<String> LICENCES = Set.of(
            "Apache-2.0",
            "MIT",
            "MIT-0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "BSD-4-Clause",
            "0BSD",
            "CC0-1.0",
            "EPL-2.0",
            "Go License",
            "The (New) BSD License");

    private record Dependency(String name, List<String> licences, String digest) {

        static Dependency of(JsonNode component) {
            var name = "%s:%s:%s"
                    .formatted(
                            component.path("group").asString(),
                            component.path("name").asString(),
                            component.path("version").asString());
            return new Dependency(name, licences(component), digest(component));
        }

        private static List<String> licences(JsonNode component) {
            return component
                    .path("licenses")
                    .valueStream()
                    .map(choice -> choice.path("license"))
                    .map(licence ->
                            licence.path("id").asString(licence.path("name").asString("unknown")))
                    .toList();
        }

        private static String digest(JsonNode component) {
            return component
                    .path("hashes")
                    .valueStream()
                    .filter(hash -> hash.path("alg").asString().equals("SHA-256"))
                    .map(hash -> hash.path("content").asString())
                    .collect(joining());
        }

        String line() {
            return "%s  %s  %s".formatted(name, String.join(" or ", licences), digest);
        }
    }

    @BeforeAll
    static void theBillIsWritten() {
        assumeThat(BILL)
                .as("Maven is offline, and then its plugin writes no bill")
                .exists();
    }

    @Test
    void usesWhatWasApprovedAndNothingElse() throws IOException {
        var used = dependencies().stream().map(Dependency::line).sorted().toList();
        Files.write(USED, used);

        assertThat(used).containsExactlyElementsOf(Files.readAllLines(APPROVED));
    }

    @Test
    void usesNothingWhoseLicenceForbidsToPassItOn() {
        assertThat(dependencies())
                .isNotEmpty()
                .allSatisfy(dependency -> assertThat(dependency.licences()).containsAnyElementsOf(LICENCES));
    }

    @Test
    void knowsTheDigestOfEveryArtifact() {
        assertThat(dependencies())
                .allSatisfy(dependency -> assertThat(dependency.digest()).hasSize(64));
    }

    private static List<Dependency> dependencies() {
        try {
            return JsonMapper.shared()
                    .readTree(Files.readString(BILL))
                    .path("components")
                    .valueStream()
                    .filter(component ->
                            !LEFT_OUT.contains(component.path("group").asString()))
                    .map(Dependency::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
