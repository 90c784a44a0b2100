package dev.rollcall.upload.batch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// `smallBatchRows`: up to so many rows a batch goes by the lane that is polled at once.
/// `keyLease`: so long an upload may show no sign of life before a retry takes its idempotency key
/// over.
@ConfigurationProperties("rollcall.upload")
record BatchProperties(
        @DefaultValue("1000") long smallBatchRows,
        @DefaultValue("2m") Duration keyLease) {}
