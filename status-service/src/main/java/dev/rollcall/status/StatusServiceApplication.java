package dev.rollcall.status;

import dev.rollcall.status.web.SecurityProblems;
import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/// The status service as a process of its own, with what a process has once.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(StatusServiceConfiguration.class)
public class StatusServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(StatusServiceApplication.class, arguments);
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    /// Health and metrics, which have a port of their own, and nothing else.
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain fallbackSecurityFilterChain(HttpSecurity http, SecurityProblems problems) {
        return http.authorizeHttpRequests(calls -> calls.requestMatchers(EndpointRequest.toAnyEndpoint())
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(problems::notFound).accessDeniedHandler(problems::notFound))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }
}
