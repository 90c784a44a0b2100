package dev.rollcall.tracing;

import io.micrometer.tracing.Tracer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// For every service to import.
@Configuration(proxyBeanMethods = false)
public class TracingConfiguration {

    @Bean
    EventTraces eventTraces(ObjectProvider<Tracer> tracer) {
        return tracer.stream().findFirst().<EventTraces>map(TracedEvents::new).orElse(EventTraces.NONE);
    }
}
