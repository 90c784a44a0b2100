package dev.rollcall.access.chain;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import dev.rollcall.access.Caller;
import dev.rollcall.access.Rule;
import dev.rollcall.access.RuleTable;
import dev.rollcall.access.Traffic;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.pattern.PathPatternParser;

/// The tables of all services of the process as the filter chain asks them: is this a call of ours, and may this
/// caller make it? Both answers come from the same rule.
final class Rules implements RequestMatcher, AuthorizationManager<RequestAuthorizationContext> {
    private static final Comparator<Rule> MOST_SPECIFIC_FIRST =
            Comparator.comparing(rule -> PathPatternParser.defaultInstance.parse(rule.path()));

    private static final String FOUND = Rules.class.getName() + ".found";

    private final List<Call> calls;

    private record Found(String method, String path, Optional<Rule> rule) {

        boolean isFor(HttpServletRequest request) {
            return method.equals(request.getMethod()) && path.equals(request.getRequestURI());
        }
    }

    private record Call(Rule rule, RequestMatcher requests) {}

    Rules(List<RuleTable> tables) {
        calls = tables.stream()
                .flatMap(table -> table.rules().stream())
                .sorted(MOST_SPECIFIC_FIRST)
                .map(rule -> new Call(rule, requests(rule)))
                .toList();
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        return rule(request).isPresent();
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends Authentication> authentication, RequestAuthorizationContext context) {
        return new AuthorizationDecision(rule(context.getRequest())
                .filter(rule -> allows(rule, authentication.get()))
                .isPresent());
    }

    /// Of a call that [#matches].
    Traffic traffic(HttpServletRequest request) {
        return rule(request).map(Rule::traffic).orElseThrow();
    }

    /// Asked three times of each call, and found once. An error's dispatch asks for another path.
    private Optional<Rule> rule(HttpServletRequest request) {
        if (request.getAttribute(FOUND) instanceof Found found && found.isFor(request)) {
            return found.rule();
        }
        var rule = calls.stream()
                .filter(call -> call.requests().matches(request))
                .map(Call::rule)
                .findFirst();
        request.setAttribute(FOUND, new Found(request.getMethod(), request.getRequestURI(), rule));
        return rule;
    }

    private static boolean allows(Rule rule, Authentication authentication) {
        return authentication instanceof JwtAuthenticationToken token
                && Caller.of(token)
                        .filter(caller -> rule.allows(caller, scopes(token)))
                        .isPresent();
    }

    private static Set<String> scopes(JwtAuthenticationToken token) {
        var scope = token.getToken().getClaimAsString("scope");
        return scope == null ? Set.of() : Set.of(scope.split(" "));
    }

    private static RequestMatcher requests(Rule rule) {
        var requests = pathPattern(rule.method(), rule.path());
        if (!rule.method().equals(HttpMethod.GET)) {
            return requests;
        }
        var heads = pathPattern(HttpMethod.HEAD, rule.path());
        return request -> requests.matches(request) || heads.matches(request);
    }
}
