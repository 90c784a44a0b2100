package dev.rollcall.access.limits;

import dev.rollcall.access.Traffic;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// Against which of its party's quotas a call counts.
enum Policy {
    /// Whatever changes something.
    CALLS {
        @Override
        Quota quota(PartyLimits limits) {
            return limits.calls();
        }

        @Override
        Bucket bucket(Account account) {
            return account.calls();
        }
    },
    /// What only asks. Whoever watches a batch asks several times a second.
    READS {
        @Override
        Quota quota(PartyLimits limits) {
            return limits.reads();
        }

        @Override
        Bucket bucket(Account account) {
            return account.reads();
        }
    };

    static Policy of(Traffic traffic) {
        return switch (traffic) {
            case READ -> READS;
            case CALL, UPLOAD -> CALLS;
        };
    }

    abstract Quota quota(PartyLimits limits);

    abstract Bucket bucket(Account account);

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The fields of draft-ietf-httpapi-ratelimit-headers: `"calls";q=3000;w=60` and `"calls";r=2999;t=1`, where `t`
    /// is the number of seconds until nothing counts any more.
    void tell(HttpServletResponse response, Account account, ConsumptionProbe probe) {
        var quota = quota(account.limits());
        var reset = Math.ceilDiv(probe.getNanosToWaitForReset(), TimeUnit.SECONDS.toNanos(1));
        response.setHeader(
                "RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(label(), quota.burst(), quota.windowSeconds()));
        response.setHeader("RateLimit", "\"%s\";r=%d;t=%d".formatted(label(), probe.getRemainingTokens(), reset));
    }
}
