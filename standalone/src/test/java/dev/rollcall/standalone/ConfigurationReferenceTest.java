package dev.rollcall.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/// `docs/configuration.md` names every property of ours that there is, with its default, and no other.
class ConfigurationReferenceTest {
    private static final Path HOME = Path.of("..");
    private static final List<String> MODULES =
            List.of("access", "registration-service", "standalone", "status-service", "tracing", "upload-service");
    private static final Pattern LINE = Pattern.compile("(?m)^\\| `(rollcall\\.[^`]+)` \\| ([^|]*) \\|");
    private static final Pattern PLACEHOLDER = Pattern.compile("\"\\$\\{(rollcall\\.[a-z.-]+)(?::([^}]*))?}\"");
    private static final Pattern CONSTANT = Pattern.compile("String URL = \"(rollcall\\.[a-z.-]+)()\"");

    private static final Pattern OF_A_PARTY = Pattern.compile("limits\\.(tenant|partner|supplier|unaffiliated)\\.");

    @Test
    void namesEveryPropertyWithItsDefaultAndNoOther() throws IOException {
        var documented = new TreeMap<String, String>();
        LINE.matcher(Files.readString(HOME.resolve("docs/configuration.md")))
                .results()
                .forEach(line -> documented.put(line.group(1), line.group(2).replace("`", "")));

        assertThat(documented).containsExactlyEntriesOf(properties());
    }

    private static Map<String, String> properties() {
        var properties = new TreeMap<String, String>();
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        for (var candidate : scanner.findCandidateComponents("dev.rollcall")) {
            var type = loaded(Objects.requireNonNull(candidate.getBeanClassName()));
            var annotation =
                    Objects.requireNonNull(AnnotationUtils.findAnnotation(type, ConfigurationProperties.class));
            addComponents(annotation.prefix(), type, properties);
        }
        sources()
                .flatMap(source -> Stream.concat(
                        PLACEHOLDER.matcher(source).results(),
                        CONSTANT.matcher(source).results()))
                .forEach(found -> properties.put(found.group(1), defaultOf(found)));
        return properties;
    }

    private static void addComponents(String prefix, Class<?> type, Map<String, String> properties) {
        var components = type.getRecordComponents();
        var parameters = type.getDeclaredConstructors()[0].getParameters();
        for (var i = 0; i < components.length; i++) {
            var name = prefix + "." + kebab(components[i].getName());
            if (components[i].getType().isRecord()) {
                addComponents(name, components[i].getType(), properties);
            } else if (elementOf(components[i]).isRecord()) {
                addComponents(name + "[]", elementOf(components[i]), properties);
            } else {
                properties.put(OF_A_PARTY.matcher(name).replaceFirst("limits.<party>."), defaultOf(parameters[i]));
            }
        }
    }

    private static Class<?> elementOf(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : component.getType();
    }

    private static String defaultOf(Parameter parameter) {
        var value = parameter.getAnnotation(DefaultValue.class);
        return value == null ? "" : String.join(", ", value.value());
    }

    private static String defaultOf(MatchResult placeholder) {
        return placeholder.group(2) == null ? "" : placeholder.group(2);
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> sources() {
        return MODULES.stream().flatMap(module -> {
            try (var files = Files.walk(HOME.resolve(module).resolve("src/main/java"))) {
                return files
                        .filter(file -> file.toString().endsWith(".java"))
                        .map(ConfigurationReferenceTest::read)
                        .toList()
                        .stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
