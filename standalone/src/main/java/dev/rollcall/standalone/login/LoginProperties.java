package dev.rollcall.standalone.login;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How many wrong passwords there may be in a period, and in how many browsers one user may be
/// signed in.
@ConfigurationProperties("rollcall.issuer.login")
record LoginProperties(
        @DefaultValue("5") int attemptsPerName,
        @DefaultValue("30") int attemptsPerAddress,
        @DefaultValue("5m") Duration period,
        @DefaultValue("5") int sessionsPerUser) {}
