package dev.rollcall.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.unit.DataSize;

/// `rollcall.registration.*`.
///
/// - `instance`: unique per process; stable over restarts, it lets a restarted worker end its
///   predecessor's open transaction at once instead of after `transaction-timeout`. Random where it
///   is not set.
/// - `concurrency`, `bulk-concurrency`: consumers of the two lanes in this process.
/// - `max-poll-records`: rows per round trip to the database, on every lane.
/// - `fetch-max`, `partition-fetch-max`: bytes that a consumer of a lane fetches at once, and how
///   many of them from one partition. The next fetch goes on with the partitions that this one left
///   out, so the latter is what a partition can put before the others. A heap below 1 GB makes
///   both smaller.
/// - `bulk-fetch-min`, `bulk-fetch-wait`: the bulk lane polls when so much is there, or after so
///   long.
/// - `transaction-timeout`: how long readers of the outcomes may have to wait for a worker that
///   died.
/// - `max-retry-interval`: the longest pause between attempts while PostgreSQL or Kafka is away.
/// - `restore-since`: before the first poll the tables are made to hold what the topics tell of the
///   time since then. Not set in everyday use.
@ConfigurationProperties("rollcall.registration")
public record RegistrationProperties(
        @Nullable String instance,
        @DefaultValue("1") int concurrency,
        @DefaultValue("2") int bulkConcurrency,
        @DefaultValue("1000") int maxPollRecords,
        @DefaultValue("16MB") DataSize fetchMax,
        @DefaultValue("4MB") DataSize partitionFetchMax,
        @DefaultValue("2MB") DataSize bulkFetchMin,
        @DefaultValue("200ms") Duration bulkFetchWait,
        @DefaultValue("60s") Duration transactionTimeout,
        @DefaultValue("5s") Duration maxRetryInterval,
        @Nullable Instant restoreSince) {
    private static final long FIRST_RETRY_MILLIS = 200;

    public RegistrationProperties {
        instance = instance == null || instance.isBlank() ? UUID.randomUUID().toString() : instance;
    }

    /// Endless attempts, at growing intervals.
    public BackOff backOff() {
        var backOff = new ExponentialBackOff(FIRST_RETRY_MILLIS, 2);
        backOff.setMaxInterval(maxRetryInterval.toMillis());
        return backOff;
    }
}
