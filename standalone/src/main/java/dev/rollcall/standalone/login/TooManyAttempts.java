package dev.rollcall.standalone.login;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/// The password was not looked at.
final class TooManyAttempts extends AuthenticationException {
    private final Duration wait;

    TooManyAttempts(Duration wait) {
        super("too many attempts");
        this.wait = wait;
    }

    /// At least one.
    long secondsToWait() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
