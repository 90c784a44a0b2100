package dev.rollcall.status.batches;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The failed rows as they were uploaded come by a topic of their own, some moments after the outcomes. Who asks for
/// them as soon as a batch is completed waits those moments here, and does not get rows without their hashes.
@Component
final class RejectedRows {
    private static final String ON_THEIR_WAY = """
            SELECT EXISTS (
                SELECT FROM status.failures f
                    JOIN status.requests r ON r.batch_id = f.batch_id AND r.row_number = f.row_number
                    LEFT JOIN status.rejected_columns u ON u.batch_id = f.batch_id AND u.row_number = f.row_number
                WHERE f.batch_id = :batch AND {condition} AND r.decided_at > :recently::timestamptz AND u.batch_id IS NULL)
            """;
    private static final Duration RECENTLY = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final int LOOKS = 40;

    private static final class OnTheirWay extends RuntimeException {}

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final RetryTemplate patience = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(LOOKS)
            .delay(BETWEEN_LOOKS)
            .includes(OnTheirWay.class)
            .build());

    RejectedRows(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Returns when they are there, or after two seconds: what is late then, a stopped listener say, is exported
    /// without.
    void await(ResultQuery query) {
        try {
            patience.execute(() -> {
                if (areOnTheirWay(query)) {
                    throw new OnTheirWay();
                }
                return true;
            });
        } catch (RetryException e) {
            if (!(e.getCause() instanceof OnTheirWay) && e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
        }
    }

    private boolean areOnTheirWay(ResultQuery query) {
        var parameters = new HashMap<>(query.parameters());
        parameters.put("recently", clock.instant().minus(RECENTLY).toString());
        return jdbc.sql(ON_THEIR_WAY.replace("{condition}", query.condition()))
                .params(parameters)
                .query(Boolean.class)
                .single();
    }
}
