package dev.rollcall.status.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.identity.TenantId;
import dev.rollcall.status.devices.DeviceQuery.Reading.Invalid;
import dev.rollcall.status.devices.DeviceQuery.Reading.Valid;
import dev.rollcall.status.paging.Cursor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/// Whatever is asked for: it is a question that the database can be asked, or the parameter that is not understood is
/// named.
class AnyQuestionTest {
    private static final TenantId CONTOSO = new TenantId("contoso");
    private static final List<String> NAMES = List.of(
            "state", "error", "groupTag", "q", "sort", "limit", "cursor", "inactiveDays", "deviceId", "batchId");

    @Property(tries = 2000)
    void anyValueOfAnyParameterIsUnderstoodOrNamed(
            @ForAll("names") String name, @ForAll("values") String value, @ForAll("names") String other) {
        var parameters = new LinkedMultiValueMap<String, String>();
        parameters.add(name, value);
        parameters.add(other, value);

        assertUnderstoodOrNamed(parameters);
    }

    /// Its digest is no secret: a cursor can say whatever its maker wants.
    @Property(tries = 2000)
    void anyForgedCursorIsAPlaceInTheListOrNamed(
            @ForAll("values") String key, @ForAll("ids") String id, @ForAll long total, @ForAll("sorts") String sort) {
        var parameters = new LinkedMultiValueMap<String, String>();
        parameters.add("sort", sort);
        if (DeviceQuery.read(CONTOSO, parameters) instanceof Valid(var query)) {
            parameters.add("cursor", new Cursor(key, id, total).encode(query.fingerprint()));
        }

        assertUnderstoodOrNamed(parameters);
    }

    @ParameterizedTest
    @MethodSource("nastyValues")
    void valuesThatWereNastyOnceAreUnderstoodOrNamed(String escaped) {
        var value = escaped.translateEscapes();
        for (var name : NAMES) {
            assertUnderstoodOrNamed(new LinkedMultiValueMap<>(Map.of(name, List.of(value, value))));
        }
    }

    /// One in each line, with Java's escapes.
    static Stream<String> nastyValues() throws IOException {
        try (var lines = AnyQuestionTest.class.getResourceAsStream("/fuzz/parameters.txt")) {
            return new String(Objects.requireNonNull(lines).readAllBytes(), StandardCharsets.UTF_8).lines();
        }
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(NAMES);
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(40),
                Arbitraries.strings().withChars("0123456789-+.eTZ:").ofMaxLength(24),
                Arbitraries.of("Active", "ReadyForUser", "DeviceNotFound", "serialNumber", "-model", "100", ""));
    }

    @Provide
    Arbitrary<String> sorts() {
        return Arbitraries.of("serialNumber", "-serialNumber", "model", "-lastSeenAt", "registeredAt", "groupTag");
    }

    @Provide
    Arbitrary<String> ids() {
        return Arbitraries.oneOf(
                Arbitraries.of("00000000-0000-4000-8000-000000000000", "0-0-0-0-0", "", "\0"),
                Arbitraries.strings().withChars("0123456789abcdef-").ofMaxLength(40));
    }

    private static void assertUnderstoodOrNamed(MultiValueMap<String, String> parameters) {
        switch (DeviceQuery.read(CONTOSO, parameters)) {
            case Valid(var query) -> assertThat(query.limit()).isBetween(1, 1_000);
            case Invalid(var problem) -> assertThat(parameters).containsKey(problem.parameter());
        }
    }
}
