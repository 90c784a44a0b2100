package dev.rollcall.upload;

import dev.rollcall.upload.web.ProblemWriter;
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
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/// The upload service as a process of its own, with what a process has once.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(UploadServiceConfiguration.class)
public class UploadServiceApplication {

    static void main(String[] args) {
        SpringApplication.run(UploadServiceApplication.class, args);
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    /// Health and metrics, on the management port only. Who reaches that port is the network's business.
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain management(HttpSecurity http) {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(calls -> calls.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /// Whatever no other chain knows is not there.
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain nothingElse(HttpSecurity http, ProblemWriter problems) {
        return http.authorizeHttpRequests(calls -> calls.anyRequest().denyAll())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, _) -> problems.noCall(request, response))
                        .accessDeniedHandler((request, response, _) -> problems.noCall(request, response)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .logout(logout -> logout.disable())
                .build();
    }
}
