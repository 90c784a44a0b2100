package dev.rollcall.status.security;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.security.authorization.AuthorizationManagers.allOf;
import static org.springframework.security.authorization.AuthorizationManagers.anyOf;

import dev.rollcall.status.web.SecurityProblems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Who may ask what. The chain answers for exactly the calls of this service; what a caller sees of them is bound to
/// the caller in every query.
@Configuration(proxyBeanMethods = false)
class StatusSecurity implements WebMvcConfigurer {
    private static final String TENANT = "PARTY_TENANT";
    private static final String PARTNER = "PARTY_PARTNER";
    private static final String NO_PARTY = "PARTY_NONE";
    private static final String READ_DEVICES = "SCOPE_devices:read";
    private static final String RELEASE_DEVICES = "SCOPE_devices:release";
    private static final String REGISTER_DEVICES = "SCOPE_devices:register";
    private static final String READ_SUPPORT = "SCOPE_support:read";
    private static final String[] DEVICES = {"/v1/devices", "/v1/devices/summary", "/v1/devices/{deviceId}"};
    private static final String STANDINGS = "/v1/devices:standing";
    private static final String[] BATCHES = {"/v1/batches", "/v1/batches/{batchId}", "/v1/batches/{batchId}/results"};
    private static final String[] REQUEST = {"/v1/requests/{requestId}"};

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgumentResolver());
    }

    @Bean
    @Order(20)
    SecurityFilterChain statusSecurityFilterChain(HttpSecurity http, SecurityProblems problems) {
        return http.securityMatcher(calls())
                .authorizeHttpRequests(calls -> calls.requestMatchers(reads(DEVICES))
                        .access(allOf(has(TENANT), has(READ_DEVICES)))
                        .requestMatchers(standings())
                        .access(allOf(has(TENANT), has(READ_DEVICES, RELEASE_DEVICES)))
                        .requestMatchers(reads(BATCHES))
                        .access(anyOf(
                                allOf(has(TENANT), has(READ_DEVICES)),
                                allOf(has(PARTNER), has(READ_DEVICES, REGISTER_DEVICES))))
                        .requestMatchers(reads(REQUEST))
                        .access(allOf(has(TENANT, NO_PARTY), has(READ_SUPPORT)))
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(authentication()))
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    private static RequestMatcher calls() {
        return new OrRequestMatcher(reads(DEVICES), standings(), reads(BATCHES), reads(REQUEST));
    }

    private static RequestMatcher standings() {
        return PathPatternRequestMatcher.withDefaults().matcher(POST, STANDINGS);
    }

    private static RequestMatcher reads(String... paths) {
        return new OrRequestMatcher(Stream.of(paths)
                .flatMap(path -> Stream.of(GET, HEAD)
                        .<RequestMatcher>map(method ->
                                PathPatternRequestMatcher.withDefaults().matcher(method, path)))
                .toList());
    }

    private static AuthorizationManager<RequestAuthorizationContext> has(String... anyOfThese) {
        return AuthorityAuthorizationManager.hasAnyAuthority(anyOfThese);
    }

    private static JwtAuthenticationConverter authentication() {
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(StatusSecurity::authorities);
        return converter;
    }

    private static Collection<GrantedAuthority> authorities(Jwt token) {
        var authorities = new ArrayList<>(new JwtGrantedAuthoritiesConverter().convert(token));
        Caller.of(token)
                .map(StatusSecurity::party)
                .ifPresent(party -> authorities.add(new SimpleGrantedAuthority(party)));
        return authorities;
    }

    private static String party(Caller caller) {
        return switch (caller) {
            case Caller.Tenant _ -> TENANT;
            case Caller.Partner _ -> PARTNER;
            case Caller.Unaffiliated _ -> NO_PARTY;
        };
    }
}
