package dev.rollcall.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.tracing.Tracer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class TracingSwitchTest {

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(TracingConfiguration.class)
    static class Service {}

    @Test
    void setsUpNothingWhereNobodyWantsTraces() {
        try (var context = start()) {
            assertThat(context.getBeansOfType(Tracer.class)).isEmpty();
            assertThat(context.getBean(EventTraces.class)).isSameAs(EventTraces.NONE);
        }
    }

    @Test
    void tracesWhereThePropertySaysSo() {
        try (var context = start("--" + TracingSwitch.PROPERTY + "=true")) {
            assertThat(context.getBean(EventTraces.class)).isInstanceOf(TracedEvents.class);
        }
    }

    private static ConfigurableApplicationContext start(String... arguments) {
        return new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                .run(arguments);
    }
}
