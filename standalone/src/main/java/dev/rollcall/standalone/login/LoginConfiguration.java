package dev.rollcall.standalone.login;

import dev.rollcall.standalone.credentials.Credentials;
import dev.rollcall.standalone.login.LoginForm.Policy;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/// The login page and all it needs. Expects the [Credentials] and the registration of the portal,
/// to which a browser is sent after the form.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LoginProperties.class)
public class LoginConfiguration {

    @Bean
    LoginPage loginPage() {
        return new LoginPage();
    }

    @Bean
    LoginController loginController(LoginPage page) {
        return new LoginController(page);
    }

    @Bean
    LoginForm loginForm(
            LoginPage page,
            Credentials credentials,
            RegisteredClient portalClient,
            SessionRegistryImpl sessions,
            LoginProperties properties) {
        var attempts = new LoginAttempts(properties, InstantSource.system());
        var policy = new Policy(ContentSecurity.policy(portalClient), properties.sessionsPerUser());
        return new LoginForm(page, new PasswordLogin(credentials, attempts), sessions, policy);
    }

    @Bean
    SessionRegistryImpl loginSessions() {
        return new SessionRegistryImpl();
    }

    /// Tells the registry of sessions that have ended; without it they would stay there for ever.
    @Bean
    HttpSessionEventPublisher loginSessionEvents() {
        return new HttpSessionEventPublisher();
    }
}
