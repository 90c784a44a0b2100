package dev.rollcall.upload.relationships;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// `relayInterval`: so long after a round the relay looks again for changes that have not become events.
@ConfigurationProperties("rollcall.upload.relationships")
record RelationshipProperties(@DefaultValue("2s") Duration relayInterval) {}
