package dev.rollcall.status.projection;

import static dev.rollcall.status.fixtures.Happenings.registered;
import static dev.rollcall.status.fixtures.RunningService.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.events.Event;
import dev.rollcall.status.fixtures.Happenings.Upload;
import dev.rollcall.status.fixtures.Relationship;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditEntryTest {
    private final Relationship relationship = Relationship.of("northwind", "contoso", START);

    @Test
    void tellsEveryStepFromTheLastEventOfARelationshipAlone() {
        assertThat(names(relationship.ended()))
                .containsExactly(
                        "relationship/" + relationship.id() + "/RelationshipRequested",
                        "relationship/" + relationship.id() + "/RelationshipAccepted",
                        "relationship/" + relationship.id() + "/RelationshipEnded");
        assertThat(names(relationship.refused()))
                .containsExactly(
                        "relationship/" + relationship.id() + "/RelationshipRequested",
                        "relationship/" + relationship.id() + "/RelationshipEnded");
    }

    @Test
    void namesAStepAlikeInWhicheverEventItIsTold() {
        assertThat(names(relationship.ended())).containsAll(names(relationship.accepted()));
        assertThat(names(relationship.accepted())).containsAll(names(relationship.requested()));
    }

    @Test
    void makesNoEntryOfASingleRow() {
        var row = Upload.of("contoso", "one", START).row(1, "ROW");

        assertThat(AuditEntry.of(row)).isEmpty();
        assertThat(AuditEntry.of(registered(row, 1, START))).isEmpty();
    }

    private static List<String> names(Event event) {
        return AuditEntry.of(event).map(AuditEntry::event).toList();
    }
}
