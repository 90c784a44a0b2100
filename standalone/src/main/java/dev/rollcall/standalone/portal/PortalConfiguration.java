package dev.rollcall.standalone.portal;

import dev.rollcall.access.web.AnswerHeaders;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/// The portal is the same for everybody and holds no secret: its files come without a token, and without a session.
@Configuration(proxyBeanMethods = false)
public class PortalConfiguration {
    private static final String FILES = "/portal/**";

    /// What the page shows views for.
    private static final List<String> ADDRESSES = List.of(
            "/", "/signed-in", "/devices", "/devices/{deviceId}", "/batches", "/batches/{batchId}", "/partners");

    /// Nothing but what comes from here: no inline script or style, no other origin, no frame around it.
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Bean
    RouterFunction<ServerResponse> portalPage() {
        var page = new ClassPathResource("/portal/index.html");
        var routes = RouterFunctions.route();
        ADDRESSES.forEach(address -> routes.GET(
                address,
                _ -> ServerResponse.ok()
                        .contentType(MediaType.TEXT_HTML)
                        .cacheControl(CacheControl.noCache())
                        .body(page)));
        return routes.build();
    }

    @Bean
    WebMvcConfigurer portalFiles() {
        return new WebMvcConfigurer() {
            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler(FILES)
                        .addResourceLocations("classpath:/portal/")
                        .setCacheControl(CacheControl.noCache());
            }
        };
    }

    @Bean
    @Order(8)
    SecurityFilterChain portalSecurity(HttpSecurity http) {
        return http.securityMatchers(
                        pages -> pages.requestMatchers(FILES).requestMatchers(ADDRESSES.toArray(String[]::new)))
                .authorizeHttpRequests(calls -> calls.anyRequest().permitAll())
                .headers(headers -> headers.defaultsDisabled()
                        .addHeaderWriter(new StaticHeadersWriter("Content-Security-Policy", POLICY))
                        .addHeaderWriter(new AnswerHeaders()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }
}
