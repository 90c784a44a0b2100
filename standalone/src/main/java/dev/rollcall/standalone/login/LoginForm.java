package dev.rollcall.standalone.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// Lets users sign in on a page of ours before a code is given. Only who has signed in has a
/// session, and its cookie is sent to paths below `/oauth2` alone.
public final class LoginForm {
    public static final String AUTHORIZE = "/oauth2/authorize";
    public static final String PAGE = "/oauth2/login";
    public static final String STYLE = "/oauth2/login.css";

    private static final String COOKIE_PATH = "/oauth2";

    /// What is the same for every request.
    record Policy(String contentSecurity, int sessionsPerUser) {}

    private final LoginPage page;
    private final PasswordLogin passwords;
    private final SessionRegistry sessions;
    private final Policy policy;

    LoginForm(LoginPage page, PasswordLogin passwords, SessionRegistry sessions, Policy policy) {
        this.page = page;
        this.passwords = passwords;
        this.sessions = sessions;
        this.policy = policy;
    }

    /// Adds the page to the filter chain of the authorization server.
    public void secure(HttpSecurity http) {
        http.authenticationProvider(passwords)
                .formLogin(
                        form -> form.loginPage(PAGE).successHandler(this::goOn).failureHandler(this::refuse))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie()))
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(this::ask).accessDeniedHandler(this::deny))
                .sessionManagement(this::limitSessions)
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy.contentSecurity()))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)));
    }

    private void limitSessions(SessionManagementConfigurer<HttpSecurity> management) {
        management
                .maximumSessions(policy.sessionsPerUser())
                .sessionRegistry(sessions)
                .expiredSessionStrategy(expired -> ask(expired.getRequest(), expired.getResponse(), null));
    }

    /// To the page, where the call is one that a browser makes for its user.
    private void ask(HttpServletRequest request, HttpServletResponse response, @Nullable AuthenticationException why)
            throws IOException {
        if (request.getRequestURI().equals(AUTHORIZE)) {
            response.sendRedirect(Question.of(request.getQueryString()).loginPage());
        } else {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        }
    }

    private void goOn(HttpServletRequest request, HttpServletResponse response, Authentication user)
            throws IOException {
        response.sendRedirect(Question.of(request).continuation());
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        page.answer(
                request,
                response,
                why instanceof TooManyAttempts tooMany
                        ? new Notice.TooMany(tooMany.secondsToWait())
                        : new Notice.Wrong());
    }

    /// A form without our token, or somebody who has come by something else than a password.
    private void deny(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (request.getRequestURI().equals(PAGE)) {
            page.answer(request, response, new Notice.Stale());
        } else {
            response.setStatus(HttpStatus.FORBIDDEN.value());
        }
    }

    private static CsrfTokenRepository csrfCookie() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("rollcall-form");
        tokens.setCookieCustomizer(cookie -> cookie.path(COOKIE_PATH).sameSite("Lax"));
        return tokens;
    }
}
