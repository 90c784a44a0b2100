package dev.rollcall.standalone.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.standalone.credentials.Credentials;
import dev.rollcall.standalone.credentials.UserAccount;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/// Checks a user's password. A name that nobody has is checked against a password that nobody has,
/// so that neither the answer nor its time tells them apart.
final class PasswordLogin implements AuthenticationProvider {
    private final Map<String, byte[]> digests;
    private final byte[] nobodys = digest(UUID.randomUUID().toString());
    private final LoginAttempts attempts;

    PasswordLogin(Credentials credentials, LoginAttempts attempts) {
        this.digests = credentials.users().stream()
                .collect(Collectors.toUnmodifiableMap(UserAccount::username, user -> digest(user.password())));
        this.attempts = attempts;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        var name = login.getName();
        var address = address(login);
        attempts.spend(name, address).ifPresent(wait -> {
            throw new TooManyAttempts(wait);
        });
        if (!MessageDigest.isEqual(
                digests.getOrDefault(name, nobodys), digest(String.valueOf(login.getCredentials())))) {
            throw new BadCredentialsException("name or password is wrong");
        }
        attempts.giveBack(name, address);
        return UsernamePasswordAuthenticationToken.authenticated(
                name, null, List.of(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private static String address(Authentication login) {
        return login.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }

    private static byte[] digest(String password) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(password.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
