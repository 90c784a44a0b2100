package dev.rollcall.upload.relationships.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.events.RelationshipChange.RelationshipAccepted;
import dev.rollcall.events.RelationshipChange.RelationshipEnded;
import dev.rollcall.events.RelationshipChange.RelationshipRequested;
import dev.rollcall.events.RelationshipStep;
import dev.rollcall.events.Side;
import dev.rollcall.identity.PartnerId;
import dev.rollcall.identity.RelationshipId;
import dev.rollcall.identity.RequestId;
import dev.rollcall.identity.TenantId;
import dev.rollcall.upload.relationships.policy.Verdict.AlreadyEnded;
import dev.rollcall.upload.relationships.policy.Verdict.Changed;
import dev.rollcall.upload.relationships.policy.Verdict.OnlyTheCustomerAccepts;
import dev.rollcall.upload.relationships.policy.Verdict.Unchanged;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RelationshipPolicyTest {
    private static final RelationshipId ID = new RelationshipId(UUID.randomUUID());
    private static final PartnerId NORTHWIND = new PartnerId("northwind");
    private static final TenantId CONTOSO = new TenantId("contoso");
    private static final RelationshipStep ASKING = step(Side.PARTNER, "nora", "2026-03-01T08:00:00Z");
    private static final RelationshipStep ACCEPTING = step(Side.CUSTOMER, "ada", "2026-03-02T08:00:00Z");
    private static final RelationshipStep ENDING = step(Side.PARTNER, "nora", "2026-03-03T08:00:00Z");
    private static final RelationshipStep LATER = step(Side.CUSTOMER, "carl", "2026-03-04T08:00:00Z");

    private static final RelationshipRequested REQUESTED = new RelationshipRequested(ID, NORTHWIND, CONTOSO, ASKING);
    private static final RelationshipAccepted ACCEPTED =
            new RelationshipAccepted(ID, NORTHWIND, CONTOSO, ASKING, ACCEPTING);
    private static final RelationshipEnded ENDED =
            new RelationshipEnded(ID, NORTHWIND, CONTOSO, ASKING, ACCEPTING, ENDING);

    @Test
    void theCustomerAcceptsWhatWasAskedFor() {
        assertThat(RelationshipPolicy.accept(REQUESTED, ACCEPTING)).isEqualTo(new Changed(ACCEPTED));
    }

    @Test
    void nobodyAcceptsForTheCustomer() {
        assertThat(RelationshipPolicy.accept(REQUESTED, ENDING)).isEqualTo(new OnlyTheCustomerAccepts());
        assertThat(RelationshipPolicy.accept(ACCEPTED, ENDING)).isEqualTo(new OnlyTheCustomerAccepts());
    }

    @Test
    void acceptingAgainKeepsTheFirstAcceptance() {
        assertThat(RelationshipPolicy.accept(ACCEPTED, LATER)).isEqualTo(new Unchanged(ACCEPTED));
    }

    @Test
    void anEndIsForGood() {
        assertThat(RelationshipPolicy.accept(ENDED, LATER)).isEqualTo(new AlreadyEnded(ENDED));
    }

    @Test
    void eitherSideEndsWhatWasAccepted() {
        assertThat(RelationshipPolicy.end(ACCEPTED, ENDING)).isEqualTo(new Changed(ENDED));
        assertThat(RelationshipPolicy.end(ACCEPTED, LATER))
                .isEqualTo(new Changed(new RelationshipEnded(ID, NORTHWIND, CONTOSO, ASKING, ACCEPTING, LATER)));
    }

    @Test
    void eitherSideEndsWhatWasNeverAccepted() {
        assertThat(RelationshipPolicy.end(REQUESTED, ENDING))
                .isEqualTo(new Changed(new RelationshipEnded(ID, NORTHWIND, CONTOSO, ASKING, null, ENDING)));
        assertThat(RelationshipPolicy.end(REQUESTED, LATER))
                .isEqualTo(new Changed(new RelationshipEnded(ID, NORTHWIND, CONTOSO, ASKING, null, LATER)));
    }

    @Test
    void endingAgainKeepsTheFirstEnd() {
        assertThat(RelationshipPolicy.end(ENDED, LATER)).isEqualTo(new Unchanged(ENDED));
    }

    @Test
    void onlyAnAcceptedRelationshipLetsThePartnerRegister() {
        assertThat(Standing.by(REQUESTED)).isEqualTo(new Standing.Pending(ID, ASKING.at()));
        assertThat(Standing.by(ACCEPTED)).isEqualTo(new Standing.Accepted());
        assertThat(Standing.by(ENDED)).isEqualTo(new Standing.Ended(ENDING.at()));
    }

    private static RelationshipStep step(Side side, String by, String at) {
        return new RelationshipStep(side, by, Instant.parse(at), new RequestId(UUID.randomUUID()));
    }
}
