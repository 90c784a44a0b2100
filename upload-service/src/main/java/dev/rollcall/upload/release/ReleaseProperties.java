package dev.rollcall.upload.release;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long the status service may take to connect and to answer.
@ConfigurationProperties("rollcall.upload.status")
record ReleaseProperties(
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("5s") Duration readTimeout) {}
