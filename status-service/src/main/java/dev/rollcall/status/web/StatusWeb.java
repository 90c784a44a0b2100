package dev.rollcall.status.web;

import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// What controllers are given, and what every answer gets.
@Configuration(proxyBeanMethods = false)
class StatusWeb implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new LabelsArgumentResolver());
    }

    @Bean
    FilterRegistrationBean<RequestIdFilter> statusRequestIdFilter() {
        var registration = new FilterRegistrationBean<>(new RequestIdFilter());
        registration.setName("statusRequestIdFilter");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return registration;
    }
}
