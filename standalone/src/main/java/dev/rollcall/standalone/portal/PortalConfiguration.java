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
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/// The portal is the same for everybody and holds no secret: its files come without a token, and without a session.
@Configuration(proxyBeanMethods = false)
public class PortalConfiguration {
    private static final String FILES = "/portal/**";

    /// Where the issuer sends the browser back to.
    private static final String SIGNED_IN = "/signed-in";

    /// What the page shows views for.
    private static final List<String> VIEWS =
            List.of("/", "/devices", "/devices/{deviceId}", "/batches", "/batches/{batchId}", "/partners");

    /// Nothing but what comes from here: no inline script or style, no other origin, no frame around it but
    /// its own, in which a token is renewed unseen.
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    @Bean
    RouterFunction<ServerResponse> portalPages() {
        var routes = RouterFunctions.route().GET(SIGNED_IN, page("/portal/signed-in.html"));
        VIEWS.forEach(address -> routes.GET(address, page("/portal/index.html")));
        return routes.build();
    }

    private static HandlerFunction<ServerResponse> page(String file) {
        var page = new ClassPathResource(file);
        return _ -> ServerResponse.ok()
                .contentType(MediaType.TEXT_HTML)
                .cacheControl(CacheControl.noCache())
                .body(page);
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
                        pages -> pages.requestMatchers(FILES, SIGNED_IN).requestMatchers(VIEWS.toArray(String[]::new)))
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
