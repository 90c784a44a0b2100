package dev.rollcall.status.projection;

import dev.rollcall.events.DeliveryStepConfirmed;
import dev.rollcall.events.Event;
import java.util.List;
import org.springframework.stereotype.Component;

/// What confirmations of delivery steps change: the checklist the first time, and the audit every time.
@Component
final class Deliveries implements Projection {
    private final DeliveryWriter steps;
    private final AuditWriter audit;

    Deliveries(DeliveryWriter steps, AuditWriter audit) {
        this.steps = steps;
        this.audit = audit;
    }

    @Override
    public int project(List<Event> events) {
        var confirmed = Projections.only(DeliveryStepConfirmed.class, events);
        steps.write(confirmed);
        return audit.append(confirmed);
    }
}
