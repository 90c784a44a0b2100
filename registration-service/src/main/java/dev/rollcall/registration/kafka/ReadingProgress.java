package dev.rollcall.registration.kafka;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/// How far this service's readers of one topic are, all processes together: the offsets that they
/// have committed, which they do after the database has, are compared with those of a given time.
/// What has been found once is remembered, so that a batch, whose rows have one time, costs one
/// check.
public final class ReadingProgress {
    /// By how much the clocks of those who write to the topic may differ, and from ours.
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(1);

    private final TopicOffsets topic;
    private final String name;
    private final String group;
    private final InstantSource clock;
    private final AtomicReference<Instant> known = new AtomicReference<>(Instant.MIN);
    private final RetryTemplate patience = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(40)
            .delay(Duration.ofMillis(50))
            .includes(TopicBehindException.class)
            .build());

    /// Of `group`'s way through `topic`.
    public ReadingProgress(Admin admin, String topic, String group, InstantSource clock) {
        this.topic = new TopicOffsets(admin, topic);
        this.name = topic;
        this.group = group;
        this.clock = clock;
    }

    /// What was published before this time is known to be read; more may be. It never goes back.
    public Instant known() {
        return known.get();
    }

    /// Returns when everything that was published before `time` is read. Waits a little for that;
    /// then it throws, so that the poll in hand is given back and tried again.
    public void await(Instant time) {
        if (time.isAfter(known())) {
            read(time);
        }
    }

    private void read(Instant time) {
        var asked = clock.instant().minus(CLOCK_TOLERANCE);
        var needed = topic.through(time.plus(CLOCK_TOLERANCE));
        patience.invoke(() -> check(needed, time));
        known.accumulateAndGet(earlier(time, asked), ReadingProgress::later);
    }

    private void check(Map<TopicPartition, Long> needed, Instant time) {
        if (!topic.areReadBy(group, needed)) {
            throw new TopicBehindException(name + " is not read up to " + time);
        }
    }

    /// What is published after the question was asked is not covered by its answer, though the
    /// clock of who accepted a request be ahead, or that of who publishes behind.
    private static Instant earlier(Instant time, Instant asked) {
        return time.isBefore(asked) ? time : asked;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
