package dev.rollcall.upload.publishing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long Kafka may take to acknowledge an event before the upload is answered with 503.
@ConfigurationProperties("rollcall.upload.publishing")
record PublishingProperties(@DefaultValue("30s") Duration deliveryTimeout) {}
