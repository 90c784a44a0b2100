package dev.rollcall.faults.checker;

import static dev.rollcall.faults.checker.World.CONTOSO;
import static dev.rollcall.faults.checker.World.FABRIKAM;
import static dev.rollcall.faults.checker.World.FIRST;
import static dev.rollcall.faults.checker.World.GIVEN_UP;
import static dev.rollcall.faults.checker.World.KEPT;
import static dev.rollcall.faults.checker.World.NOON;
import static dev.rollcall.faults.checker.World.UNKNOWN;
import static dev.rollcall.faults.checker.World.UPLOAD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.events.BatchAccepted;
import dev.rollcall.events.RegistrationError;
import dev.rollcall.faults.checker.Evidence.Balance;
import dev.rollcall.faults.checker.Evidence.BatchView;
import dev.rollcall.faults.history.Act;
import dev.rollcall.faults.history.Answer;
import dev.rollcall.faults.history.Call;
import dev.rollcall.faults.history.Row;
import dev.rollcall.identity.BatchId;
import dev.rollcall.identity.RequestId;
import dev.rollcall.standalone.client.BatchProgress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Each promise is broken once, in a world in which all were kept.
class CheckerTest {
    private final World world = new World();

    @Test
    void findsNothingWhereNothingIsWrong() {
        assertThat(Checker.check(world.evidence())).isEmpty();
    }

    @Test
    void missesTheOutcomeOfARow() {
        world.outcomes.removeIf(outcome -> outcome.requestId().equals(RequestId.of(FIRST, 3)));

        assertThat(broken()).contains(Promise.EVERY_ROW_HAS_ONE_OUTCOME);
    }

    @Test
    void seesARowThatEndedTwiceAndDifferently() {
        world.outcomes.add(World.rejected(FIRST, 1, KEPT, RegistrationError.DEVICE_ALREADY_REGISTERED));

        assertThat(broken()).contains(Promise.EVERY_ROW_HAS_ONE_OUTCOME);
    }

    @Test
    void seesARowThatWasPublishedOnceAndAnsweredTwice() {
        world.outcomes.add(World.registered(FIRST, CONTOSO, 1, KEPT, 1));

        assertThat(broken()).containsExactly(Promise.EVERY_ROW_HAS_ONE_OUTCOME);
    }

    @Test
    void takesARowThatWasPublishedTwiceAndAnsweredTwiceForARetry() {
        world.outcomes.add(World.registered(FIRST, CONTOSO, 1, KEPT, 1));
        world.requests.put(RequestId.of(FIRST, 1), 2);

        assertThat(broken()).isEmpty();
    }

    @Test
    void seesARowThatEndedUnexpectedly() {
        world.outcomes.removeIf(outcome -> outcome.requestId().equals(RequestId.of(FIRST, 3)));
        world.outcomes.add(World.rejected(FIRST, 3, UNKNOWN, RegistrationError.UNEXPECTED_ERROR));

        assertThat(broken()).contains(Promise.ROWS_END_AS_THEY_MUST);
    }

    @Test
    void seesASecondOwnerBeforeTheFirstOnesRelease() {
        var tenure = world.tenures.removeLast();
        var late = new Tenure.Release(Objects.requireNonNull(tenure.release()).request(), NOON.plusSeconds(3));
        world.tenures.add(new Tenure(GIVEN_UP, 1, CONTOSO, tenure.request(), tenure.registeredAt(), late));

        assertThat(broken()).containsExactly(Promise.ONE_OWNER_AT_A_TIME);
    }

    @Test
    void findsTwoThatWereToldOfOneOwnership() {
        world.outcomes.add(World.registered(World.LATER, FABRIKAM, 1, KEPT, 1));

        assertThat(broken()).contains(Promise.ONE_OWNER_AT_A_TIME);
    }

    @Test
    void missesTheOwnershipOfASuccess() {
        world.tenures.removeFirst();

        assertThat(broken()).containsExactly(Promise.SUCCESSES_ARE_OWNED);
    }

    @Test
    void missesTheWordOfAnOwnership() {
        world.tenures.add(new Tenure(UNKNOWN, 1, CONTOSO, RequestId.of(FIRST, 3), NOON, null));

        assertThat(broken()).containsExactly(Promise.SUCCESSES_ARE_OWNED);
    }

    @Test
    void findsWhatARefusedUploadHasLeft() {
        world.calls.add(World.call(CONTOSO, new Act.Nonsense("refused"), 422, "{}"));
        world.batchesOfRows.add(BatchId.of(CONTOSO, "contoso", "refused"));

        assertThat(broken()).containsExactly(Promise.REFUSALS_LEAVE_NOTHING);
    }

    @Test
    void findsTheBatchOfAnUploadThatBrokeOff() {
        var upload = new Act.Upload("broken", List.of(new Row(1, Row.Kind.GOOD)), false);
        world.calls.add(new Call("contoso", upload, "", NOON, NOON, new Answer.None("vanished")));
        world.accepted.add(new BatchAccepted(
                BatchId.of(CONTOSO, "contoso", "broken"), CONTOSO, null, 1, List.of(), "contoso", NOON, null));

        assertThat(broken()).containsExactly(Promise.REFUSALS_LEAVE_NOTHING);
    }

    @Test
    void doesNotKnowWhatBecameOfAnUploadThatWasNeverAnswered() {
        var upload = new Act.Upload("unanswered", List.of(new Row(1, Row.Kind.GOOD)), true);
        world.calls.add(new Call("contoso", upload, "", NOON, NOON, new Answer.None("vanished")));
        world.batchesOfRows.add(BatchId.of(CONTOSO, "contoso", "unanswered"));

        assertThat(broken()).isEmpty();
    }

    @Test
    void seesARetryThatIsAnsweredOtherwise() {
        world.calls.add(World.call(CONTOSO, UPLOAD, 202, "{\"batchId\": \"another\", \"rowCount\": 3}"));

        assertThat(broken()).containsExactly(Promise.RETRIES_CHANGE_NOTHING);
    }

    @Test
    void seesOtherContentThatWasTakenUnderTheSameKey() {
        world.calls.add(World.taken(CONTOSO, new Act.Upload("first", List.of(new Row(9, Row.Kind.GOOD)), true)));

        assertThat(broken()).containsExactly(Promise.RETRIES_CHANGE_NOTHING);
    }

    @Test
    void missesTheOutcomeOfARelease() {
        world.outcomes.removeIf(outcome -> outcome.requestId().equals(World.RELEASE));

        assertThat(broken()).contains(Promise.RELEASES_END);
    }

    @Test
    void missesASighting() {
        world.sightings.clear();

        assertThat(broken()).contains(Promise.SIGHTINGS_ARE_KEPT);
    }

    @Test
    void seesAListThatSaysOtherwise() {
        Objects.requireNonNull(world.lists.get("contoso")).put(KEPT.toString(), "ReadyForUser");

        assertThat(broken()).containsExactly(Promise.LISTS_ARE_THE_FOLD);
    }

    @Test
    void seesADeviceInTheListOfWhoGaveItUp() {
        Objects.requireNonNull(world.lists.get("contoso")).put(GIVEN_UP.toString(), "ReadyForUser");

        assertThat(broken()).containsExactly(Promise.LISTS_ARE_THE_FOLD);
    }

    @Test
    void seesACounterThatIsWrong() {
        var view = Objects.requireNonNull(world.batches.get(FIRST));
        var wrong = new BatchProgress("completed", 3, 0, 3, 0, Map.of("Registered", 3L));
        world.batches.put(FIRST, new BatchView(wrong, view.results()));

        assertThat(broken()).containsExactly(Promise.COUNTERS_ADD_UP);
    }

    @Test
    void missesABatchThatNobodyShows() {
        world.batches.remove(FIRST);

        assertThat(broken()).containsExactly(Promise.COUNTERS_ADD_UP);
    }

    @Test
    void seesMetricsThatDoNotBalance() {
        world.balances.add(new Balance("status-1", "projection outcomes", 8, 7));

        assertThat(broken()).containsExactly(Promise.METRICS_BALANCE);
    }

    @Test
    void seesADeadLetter() {
        world.deadLetters.put("registration-requests.dlt", 1L);

        assertThat(broken()).containsExactly(Promise.NOTHING_IS_DEAD);
    }

    @Test
    void knowsTheListOfANewOwner() {
        Objects.requireNonNull(world.lists.get("fabrikam")).remove(GIVEN_UP.toString());

        assertThat(Checker.check(world.evidence()))
                .singleElement()
                .satisfies(violation -> assertThat(violation.what())
                        .isEqualTo("%s of %s is ReadyForUser by the topics and null in the list"
                                .formatted(GIVEN_UP, FABRIKAM)));
    }

    private List<Promise> broken() {
        return Checker.check(world.evidence()).stream()
                .map(Violation::promise)
                .distinct()
                .toList();
    }
}
