package dev.rollcall.access.chain;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import dev.rollcall.access.RuleTable;
import dev.rollcall.access.limits.CallLimits;
import dev.rollcall.access.web.AnswerHeaders;
import java.util.List;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/// Everything is decided from the token, before a byte of the body is read. There is no session, no cookie and no
/// switch that turns this off.
@Configuration(proxyBeanMethods = false)
class FilterChains {

    /// Calls are counted and timed as a whole (`http.server.requests`). Each filter, check and rule on its
    /// own would cost as much as they do, and nobody looks at that.
    @Bean
    SecurityObservationSettings noObservationOfEachFilter() {
        return SecurityObservationSettings.noObservations();
    }

    /// Header values as ever, but those of plain ASCII, tokens say, are not looked up character by character.
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(HeaderValues::isAllowed);
        return firewall;
    }

    /// Health and metrics, on the management port only. Who reaches that port is the network's business.
    @Bean
    @Order(5)
    SecurityFilterChain managementSecurity(HttpSecurity http) {
        return stateless(http.securityMatcher(EndpointRequest.toAnyEndpoint())
                        .authorizeHttpRequests(calls -> calls.anyRequest().permitAll()))
                .build();
    }

    /// What the services promise is no secret: tools and people read it before they have a token.
    @Bean
    @Order(7)
    SecurityFilterChain contractSecurity(HttpSecurity http, CrossOriginCalls others) {
        return stateless(others.allowedIn(http.securityMatcher(pathPattern(HttpMethod.GET, "/openapi/*.yml")))
                        .authorizeHttpRequests(calls -> calls.anyRequest().permitAll()))
                .build();
    }

    @Bean
    @Order(10)
    SecurityFilterChain callSecurity(
            HttpSecurity http, List<RuleTable> tables, CallLimits limits, Refusals refusals, CrossOriginCalls others) {
        var rules = new Rules(tables);
        return stateless(others.allowedIn(http.securityMatcher(rules))
                        .authorizeHttpRequests(calls -> calls.anyRequest().access(rules))
                        .addFilterBefore(limits.on(rules::traffic), AuthorizationFilter.class)
                        .oauth2ResourceServer(server -> server.jwt(_ -> {})
                                .authenticationEntryPoint(refusals::unauthorized)
                                .accessDeniedHandler(refusals::forbidden)
                                .withObjectPostProcessor(new OutagesAreNoRefusals(refusals))))
                .build();
    }

    /// Whatever no other chain knows is not there, but for the preflight requests of browsers.
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain nothingElse(HttpSecurity http, Refusals refusals, CrossOriginCalls others) {
        return stateless(others.allowedIn(http)
                        .authorizeHttpRequests(calls -> calls.anyRequest().denyAll())
                        .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                        (request, response, _) -> refusals.noCall(request, response))
                                .accessDeniedHandler((request, response, _) -> refusals.noCall(request, response))))
                .build();
    }

    private static HttpSecurity stateless(HttpSecurity http) {
        return http.headers(headers -> headers.defaultsDisabled().addHeaderWriter(new AnswerHeaders()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable);
    }
}
