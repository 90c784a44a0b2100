package dev.rollcall.status.web;

import dev.rollcall.events.InstantModule;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.JacksonModule;

/// What controllers of this service are given.
@Configuration(proxyBeanMethods = false)
class StatusWeb implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new LabelsArgumentResolver());
    }

    /// A page of a list has hundreds of instants.
    @Bean
    static JacksonModule instantsWithoutFormatter() {
        return new InstantModule();
    }
}
