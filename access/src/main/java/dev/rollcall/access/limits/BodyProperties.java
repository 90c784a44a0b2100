package dev.rollcall.access.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How slowly a body may come, of whatever call: never a pause longer than `idleTimeout`, and once we have waited
/// `grace` for it in all, no fewer than `slowestRate` bytes for each second of waiting. `maxBytes` bounds the body of a
/// call that brings no files.
@ConfigurationProperties("rollcall.limits.body")
record BodyProperties(
        @DefaultValue("20s") Duration idleTimeout,
        @DefaultValue("30s") Duration grace,
        @DefaultValue("1KB") DataSize slowestRate,
        @DefaultValue("5MB") DataSize maxBytes) {}
