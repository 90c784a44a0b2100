package dev.rollcall.registration.flow;

import static dev.rollcall.events.RegistrationError.UNEXPECTED_ERROR;

import dev.rollcall.events.DeviceRequest;
import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.events.DeviceRequest.ReleaseRequested;
import dev.rollcall.identification.Identification.Unregistrable;
import dev.rollcall.registration.policy.Decision.Rejected;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/// Keeps one bad row from stopping the rows around it. What fails as a set is halved until the bad
/// row is alone; that one is tried a few times more and then ends as `UnexpectedError`, or as a
/// dead letter where it is a release. A database that is away blames no row: its exception goes
/// through, and the whole poll comes again.
@Component
class RowIsolation {
    private static final Logger LOG = LoggerFactory.getLogger(RowIsolation.class);
    private static final int FURTHER_ATTEMPTS = 2;
    private static final String REASON = "the request could not be processed, however often it was tried";

    private final Settlement settlement;
    private final OutcomeWriter outcomes;
    private final RetryTemplate furtherAttempts = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(FURTHER_ATTEMPTS)
            .delay(Duration.ZERO)
            .predicate(RowIsolation::blamesARow)
            .build());

    RowIsolation(Settlement settlement, OutcomeWriter outcomes) {
        this.settlement = settlement;
        this.outcomes = outcomes;
    }

    List<Settled> settle(List<? extends Row<? extends DeviceRequest>> rows) {
        try {
            return settlement.settle(rows);
        } catch (RuntimeException e) {
            if (!blamesARow(e)) {
                throw e;
            }
            return rows.size() == 1 ? settleAlone(rows) : settleHalves(rows);
        }
    }

    private List<Settled> settleHalves(List<? extends Row<? extends DeviceRequest>> rows) {
        var middle = rows.size() / 2;
        var settled = new ArrayList<>(settle(rows.subList(0, middle)));
        settled.addAll(settle(rows.subList(middle, rows.size())));
        return settled;
    }

    private List<Settled> settleAlone(List<? extends Row<? extends DeviceRequest>> row) {
        try {
            return furtherAttempts.execute(() -> settlement.settle(row));
        } catch (RetryException e) {
            if (!blamesARow(e.getCause()) && e.getCause() instanceof RuntimeException outage) {
                throw outage;
            }
            return List.of(giveUp(row.getFirst(), e.getCause()));
        }
    }

    private Settled giveUp(Row<? extends DeviceRequest> row, Throwable cause) {
        LOG.atError()
                .setCause(cause)
                .addKeyValue("requestId", row.request().requestId())
                .log("request could not be processed");
        return switch (row.request()) {
            case RegistrationRequested request ->
                outcomes.write(
                        new Inquiry(row.of(request), new Unregistrable(UNEXPECTED_ERROR, REASON, null)),
                        new Rejected(UNEXPECTED_ERROR, REASON));
            case ReleaseRequested _ -> Settled.asDeadLetter(row.lane(), row.origin(), REASON);
        };
    }

    private static boolean blamesARow(Throwable failure) {
        return failure instanceof DataIntegrityViolationException || !(failure instanceof DataAccessException);
    }
}
