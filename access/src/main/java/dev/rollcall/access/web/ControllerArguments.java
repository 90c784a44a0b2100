package dev.rollcall.access.web;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// What controllers of every service can ask for by a parameter's type.
@Configuration(proxyBeanMethods = false)
class ControllerArguments implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArguments());
        resolvers.add(new RequestIdArguments());
    }
}
