package dev.rollcall.registration.flow;

import dev.rollcall.events.Addressee;
import dev.rollcall.events.DeviceRequest;
import dev.rollcall.events.DeviceRequest.ReleaseRequested;
import dev.rollcall.events.EventWriter;
import dev.rollcall.events.RegistrationOutcome;
import dev.rollcall.events.RegistrationOutcome.DeviceRegistered;
import dev.rollcall.events.RegistrationOutcome.DeviceReleased;
import dev.rollcall.events.RegistrationOutcome.FailureDismissed;
import dev.rollcall.events.RegistrationOutcome.RegistrationRejected;
import dev.rollcall.events.Topics;
import dev.rollcall.registration.policy.Decision;
import dev.rollcall.registration.policy.Decision.Registered;
import dev.rollcall.registration.policy.Decision.Rejected;
import dev.rollcall.registration.policy.Tenure;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/// Words decisions as events and encodes them. A rejected request goes along as it came, hash and
/// all, so that its row can be mended for a week.
@Component
class OutcomeWriter {
    private static final String TRACE_HEADER = "traceparent";

    /// Reasons quote what a row says, however long that is, and the outcome holds it once already.
    private static final int LONGEST_REASON = 1_000;

    private final EventWriter events = new EventWriter(URI.create("/rollcall/registration-service"));
    private final Topics topics;
    private final InstantSource clock;

    OutcomeWriter(@Qualifier("registrationTopics") Topics topics, InstantSource clock) {
        this.topics = topics;
        this.clock = clock;
    }

    Settled write(Inquiry inquiry, Decision decision) {
        var request = inquiry.request();
        var outcome = switch (decision) {
            case Registered(var generation, var registeredAt) ->
                new DeviceRegistered(
                        request.deviceId(),
                        request.requestId(),
                        request.submission(),
                        inquiry.details(),
                        generation,
                        registeredAt);
            case Rejected(var error, var reason) ->
                new RegistrationRejected(
                        request.deviceId(),
                        request.requestId(),
                        request.submission(),
                        inquiry.details(),
                        inquiry.namesDevice(),
                        error,
                        brief(reason),
                        clock.instant());
        };
        return settled(outcome, inquiry.row());
    }

    private static String brief(String reason) {
        if (reason.length() <= LONGEST_REASON) {
            return reason;
        }
        var splitsAPair = Character.isHighSurrogate(reason.charAt(LONGEST_REASON - 1));
        return reason.substring(0, splitsAPair ? LONGEST_REASON - 1 : LONGEST_REASON) + "…";
    }

    /// `ended` is the tenure that the release has ended, if any.
    Settled write(Row<ReleaseRequested> row, Optional<Tenure> ended) {
        var request = row.request();
        var outcome = ended.flatMap(tenure -> released(request, tenure)).orElseGet(() -> dismissed(request));
        return settled(outcome, row);
    }

    private Optional<RegistrationOutcome> released(ReleaseRequested request, Tenure tenure) {
        return Optional.ofNullable(tenure.release())
                .map(release -> new DeviceReleased(
                        request.deviceId(),
                        request.requestId(),
                        request.tenantId(),
                        tenure.generation(),
                        request.requestedBy(),
                        request.requestedAt(),
                        release.releasedAt()));
    }

    private RegistrationOutcome dismissed(ReleaseRequested request) {
        return new FailureDismissed(
                request.deviceId(),
                request.requestId(),
                request.tenantId(),
                request.requestedBy(),
                request.requestedAt(),
                clock.instant());
    }

    private Settled settled(RegistrationOutcome outcome, Row<? extends DeviceRequest> row) {
        var messages = new ArrayList<ProducerRecord<String, byte[]>>(2);
        messages.add(traced(written(outcome, row), row.origin()));
        if (outcome instanceof RegistrationRejected) {
            messages.add(copy(row.origin()));
        }
        return new Settled(RegistrationMetrics.outcomeOf(outcome), List.copyOf(messages));
    }

    /// The bulk lane's outcomes keep the partition of their requests, and so the turns that tenants
    /// take there.
    private ProducerRecord<String, byte[]> written(RegistrationOutcome outcome, Row<? extends DeviceRequest> row) {
        return switch (row.lane()) {
            case SMALL -> events.write(topics.registrationOutcomes(), outcome);
            case BULK -> {
                var message = events.write(topics.registrationOutcomesBulk(), outcome);
                yield new ProducerRecord<>(
                        message.topic(), row.origin().partition(), message.key(), message.value(), message.headers());
            }
        };
    }

    private ProducerRecord<String, byte[]> copy(ConsumerRecord<String, byte[]> origin) {
        var copy =
                new ProducerRecord<>(topics.rejectedRequests(), null, origin.key(), origin.value(), origin.headers());
        Addressee.remove(copy.headers());
        return copy;
    }

    private static ProducerRecord<String, byte[]> traced(
            ProducerRecord<String, byte[]> message, ConsumerRecord<String, byte[]> origin) {
        var trace = origin.headers().lastHeader(TRACE_HEADER);
        if (trace != null) {
            message.headers().add(trace);
        }
        return message;
    }
}
