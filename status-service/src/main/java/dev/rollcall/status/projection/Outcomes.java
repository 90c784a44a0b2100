package dev.rollcall.status.projection;

import dev.rollcall.events.Event;
import dev.rollcall.events.RegistrationOutcome;
import java.util.List;
import org.springframework.stereotype.Component;

/// What the outcomes change, by whichever lane they come.
@Component
final class Outcomes implements Projection {
    private final Projections projections;
    private final AuditWriter audit;
    private final Supersession supersession;

    Outcomes(Projections projections, AuditWriter audit, Supersession supersession) {
        this.projections = projections;
        this.audit = audit;
        this.supersession = supersession;
    }

    @Override
    public int project(List<Event> events) {
        var changed = projections.decided(events);
        audit.append(Projections.only(RegistrationOutcome.class, events));
        return changed;
    }

    @Override
    public void settle(List<Event> events) {
        supersession.settle(Projections.only(RegistrationOutcome.class, events));
    }
}
