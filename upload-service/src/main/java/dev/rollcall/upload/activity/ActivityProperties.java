package dev.rollcall.upload.activity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How much one report may hold, and how far the reporter's clock may be ahead of ours.
@ConfigurationProperties("rollcall.upload.activity")
record ActivityProperties(
        @DefaultValue("10000") int maxEvents,
        @DefaultValue("4MB") DataSize maxBytes,
        @DefaultValue("5m") Duration maxAhead) {}
