package dev.rollcall.access.server;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// `rollcall.server.*`: `drain` is for how long a process that is told to end goes on taking calls.
@ConfigurationProperties("rollcall.server")
record ServerProperties(@DefaultValue("0s") Duration drain) {}
