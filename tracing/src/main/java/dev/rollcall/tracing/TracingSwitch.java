package dev.rollcall.tracing;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/// Keeps Spring Boot from setting up OpenTelemetry where nobody wants traces: it costs a part of every start, and a
/// span for every call though none is exported.
final class TracingSwitch implements AutoConfigurationImportFilter, EnvironmentAware {
    static final String PROPERTY = "management.tracing.export.enabled";

    private static final String[] SET_UP = {
        "org.springframework.boot.micrometer.tracing.", "org.springframework.boot.opentelemetry."
    };

    private @Nullable Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
        var isOn = Objects.requireNonNull(environment).getProperty(PROPERTY, Boolean.class, false);
        var matches = new boolean[classes.length];
        IntStream.range(0, classes.length).forEach(i -> matches[i] = isOn || !isOfTracing(classes[i]));
        return matches;
    }

    private static boolean isOfTracing(@Nullable String autoConfiguration) {
        return autoConfiguration != null && Arrays.stream(SET_UP).anyMatch(autoConfiguration::startsWith);
    }
}
