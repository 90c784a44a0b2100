package dev.rollcall.upload.security;

import static org.springframework.security.authorization.AuthorizationManagers.allOf;
import static org.springframework.security.oauth2.core.authorization.OAuth2AuthorizationManagers.hasScope;

import dev.rollcall.upload.web.ProblemWriter;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Who may make which of the calls of this service. Everything is decided from the token, before a
/// byte of the body is read; there is no session, no cookie and no switch that turns this off.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final RequestMatcher BATCHES = call(HttpMethod.POST, "/v1/batches");
    private static final RequestMatcher CATALOG = call(HttpMethod.POST, "/v1/device-catalog");
    private static final RequestMatcher ACTIVITY = call(HttpMethod.POST, "/v1/device-activity");
    private static final RequestMatcher RELEASE = call(HttpMethod.DELETE, "/v1/devices/{deviceId}");

    @Bean
    @Order(10)
    SecurityFilterChain uploadSecurityFilterChain(HttpSecurity http, ProblemWriter problems) {
        return http.securityMatcher(new OrRequestMatcher(BATCHES, CATALOG, ACTIVITY, RELEASE))
                .authorizeHttpRequests(calls -> calls.requestMatchers(BATCHES)
                        .access(allOf(hasScope("devices:register"), calledBy(Caller.Tenant.class)))
                        .requestMatchers(CATALOG)
                        .access(allOf(hasScope("catalog:write"), calledBy(Caller.Supplier.class)))
                        .requestMatchers(ACTIVITY)
                        .access(allOf(hasScope("activity:write"), calledBy(Caller.Tenant.class)))
                        .requestMatchers(RELEASE)
                        .access(allOf(hasScope("devices:release"), calledBy(Caller.Tenant.class))))
                .oauth2ResourceServer(server -> server.jwt(_ -> {})
                        .authenticationEntryPoint(problems::unauthorized)
                        .accessDeniedHandler(problems::forbidden))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .logout(logout -> logout.disable())
                .build();
    }

    @Bean
    WebMvcConfigurer uploadCallerArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArguments());
            }
        };
    }

    private static AuthorizationManager<RequestAuthorizationContext> calledBy(Class<? extends Caller> party) {
        return (authentication, _) ->
                new AuthorizationDecision(authentication.get() instanceof JwtAuthenticationToken token
                        && party.isInstance(Caller.of(token.getToken())));
    }

    private static RequestMatcher call(HttpMethod method, String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, path);
    }
}
