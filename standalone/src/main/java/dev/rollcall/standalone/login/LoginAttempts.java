package dev.rollcall.standalone.login;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// How often a password may be tried for one name and from one address. An attempt is spent before
/// the password is looked at, and given back where it was right, so that whoever knows it is never
/// held up by signing in often. Names that nobody has are counted alike.
final class LoginAttempts {
    private static final int MOST_KEPT = 10_000;
    private static final int LONGEST_KEY = 64;

    private final LoadingCache<String, Bucket> byName;
    private final LoadingCache<String, Bucket> byAddress;

    LoginAttempts(LoginProperties limits, InstantSource clock) {
        byName = buckets(limits.attemptsPerName(), limits.period(), clock);
        byAddress = buckets(limits.attemptsPerAddress(), limits.period(), clock);
    }

    /// How long to wait where no attempt is left. One that is refused for the name has still cost the
    /// address.
    Optional<Duration> spend(String name, String address) {
        var ofAddress = spend(byAddress.get(key(address)));
        return ofAddress.isPresent() ? ofAddress : spend(byName.get(key(name)));
    }

    void giveBack(String name, String address) {
        byAddress.get(key(address)).addTokens(1);
        byName.get(key(name)).addTokens(1);
    }

    private static Optional<Duration> spend(Bucket bucket) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /// A name of a megabyte must not fill the memory; where its start is the same, it is the same.
    private static String key(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_KEY));
    }

    /// A bucket that nobody has touched for a whole period is full again and may be forgotten.
    private static LoadingCache<String, Bucket> buckets(long attempts, Duration period, InstantSource clock) {
        return Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .expireAfterAccess(period)
                .build(_ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(attempts).refillGreedy(attempts, period))
                        .withCustomTimePrecision(meter(clock))
                        .build());
    }

    private static TimeMeter meter(InstantSource clock) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }
}
