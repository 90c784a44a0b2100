package dev.rollcall.faults.checker;

import dev.rollcall.events.BatchAccepted;
import dev.rollcall.events.DeviceDetails;
import dev.rollcall.events.DeviceSeen;
import dev.rollcall.events.RegistrationError;
import dev.rollcall.events.RegistrationOutcome;
import dev.rollcall.events.RegistrationOutcome.DeviceRegistered;
import dev.rollcall.events.RegistrationOutcome.DeviceReleased;
import dev.rollcall.events.RegistrationOutcome.RegistrationRejected;
import dev.rollcall.events.RowPosition;
import dev.rollcall.events.Submission;
import dev.rollcall.faults.checker.Evidence.Balance;
import dev.rollcall.faults.checker.Evidence.BatchView;
import dev.rollcall.faults.history.Act;
import dev.rollcall.faults.history.Answer;
import dev.rollcall.faults.history.Call;
import dev.rollcall.faults.history.Row;
import dev.rollcall.identity.BatchId;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.DeviceTuple;
import dev.rollcall.identity.RequestId;
import dev.rollcall.identity.TenantId;
import dev.rollcall.standalone.client.BatchProgress;
import dev.rollcall.standalone.client.RowResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A small world in which every promise was kept, to be spoiled: contoso has registered one device, which was seen, has
/// given up another, which fabrikam holds now, and asked for a third that nobody lists.
final class World {
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    static final TenantId CONTOSO = new TenantId("contoso");
    static final TenantId FABRIKAM = new TenantId("fabrikam");
    static final BatchId FIRST = BatchId.of(CONTOSO, "contoso", "first");
    static final BatchId LATER = BatchId.of(FABRIKAM, "fabrikam", "later");
    static final DeviceId KEPT = device("1");
    static final DeviceId GIVEN_UP = device("2");
    static final DeviceId UNKNOWN = device("3");
    static final RequestId RELEASE = RequestId.of(FIRST, 1_000);
    static final Act.Upload UPLOAD = new Act.Upload(
            "first",
            List.of(new Row(1, Row.Kind.GOOD), new Row(2, Row.Kind.GOOD), new Row(3, Row.Kind.UNLISTED)),
            true);

    final List<Call> calls = new ArrayList<>();
    final Map<RequestId, Integer> requests = new HashMap<>();
    final Set<BatchId> batchesOfRows = new HashSet<>(Set.of(FIRST, LATER));
    final List<RegistrationOutcome> outcomes = new ArrayList<>();
    final List<BatchAccepted> accepted = new ArrayList<>();
    final List<DeviceSeen> sightings = new ArrayList<>();
    final Map<String, Long> deadLetters = new HashMap<>(Map.of("registration-requests.dlt", 0L));
    final List<Tenure> tenures = new ArrayList<>();
    final Map<String, Map<String, String>> lists = new HashMap<>();
    final Map<BatchId, BatchView> batches = new HashMap<>();
    final List<Balance> balances = new ArrayList<>(List.of(new Balance("registration-1", "requests", 5, 5)));

    World() {
        register();
        release();
        see();
        show();
    }

    Evidence evidence() {
        var topics = new Evidence.Topics(requests, batchesOfRows, outcomes, accepted, sightings, deadLetters);
        return new Evidence(calls, topics, tenures, lists, batches, balances);
    }

    static Call call(TenantId tenant, Act act, int status, String body) {
        return new Call(tenant.value(), act, "http://127.0.0.1", NOON, NOON, new Answer.Given(status, body));
    }

    static Call taken(TenantId tenant, Act.Upload upload) {
        var batch = BatchId.of(tenant, tenant.value(), upload.key());
        return call(tenant, upload, 202, """
                {"batchId": "%s", "rowCount": %d}""".formatted(batch, upload.rows().size()));
    }

    static DeviceRegistered registered(BatchId batch, TenantId tenant, long row, DeviceId device, long generation) {
        return new DeviceRegistered(
                device,
                RequestId.of(batch, row),
                new Submission(tenant, null, batch, new RowPosition("a.csv", row, row + 1), NOON),
                new DeviceDetails("1", null, null, null, null, null),
                generation,
                NOON.plusSeconds(generation));
    }

    static RegistrationRejected rejected(BatchId batch, long row, DeviceId device, RegistrationError error) {
        return new RegistrationRejected(
                device,
                RequestId.of(batch, row),
                new Submission(CONTOSO, null, batch, new RowPosition("a.csv", row, row + 1), NOON),
                new DeviceDetails("3", null, null, null, null, null),
                true,
                error,
                "because",
                NOON.plusSeconds(1));
    }

    private void register() {
        var later = new Act.Upload("later", List.of(new Row(2, Row.Kind.GOOD)), true);
        calls.add(taken(CONTOSO, UPLOAD));
        calls.add(taken(FABRIKAM, later));
        outcomes.add(registered(FIRST, CONTOSO, 1, KEPT, 1));
        outcomes.add(registered(FIRST, CONTOSO, 2, GIVEN_UP, 1));
        outcomes.add(rejected(FIRST, 3, UNKNOWN, RegistrationError.DEVICE_NOT_FOUND));
        outcomes.add(registered(LATER, FABRIKAM, 1, GIVEN_UP, 2));
        outcomes.forEach(outcome -> requests.put(outcome.requestId(), 1));
        tenures.add(new Tenure(KEPT, 1, CONTOSO, RequestId.of(FIRST, 1), NOON.plusSeconds(1), null));
        tenures.add(new Tenure(GIVEN_UP, 2, FABRIKAM, RequestId.of(LATER, 1), NOON.plusSeconds(2), null));
    }

    private void release() {
        var at = NOON.plusMillis(1_500);
        calls.add(call(CONTOSO, new Act.Release(List.of(GIVEN_UP.toString())), 202, """
                {"accepted": [{"deviceId": "%s", "requestId": "%s"}]}""".formatted(GIVEN_UP, RELEASE)));
        requests.put(RELEASE, 1);
        outcomes.add(new DeviceReleased(GIVEN_UP, RELEASE, CONTOSO, 1, "admin", at, at));
        tenures.add(new Tenure(
                GIVEN_UP, 1, CONTOSO, RequestId.of(FIRST, 2), NOON.plusSeconds(1), new Tenure.Release(RELEASE, at)));
    }

    private void see() {
        var at = NOON.plusSeconds(60);
        calls.add(call(CONTOSO, new Act.Sighting(List.of(KEPT.toString()), at), 202, "{}"));
        sightings.add(new DeviceSeen(KEPT, CONTOSO, "ada", at, at));
    }

    private void show() {
        lists.put(
                "contoso", new HashMap<>(Map.of(KEPT.toString(), "Active", UNKNOWN.toString(), "RegistrationFailed")));
        lists.put("fabrikam", new HashMap<>(Map.of(GIVEN_UP.toString(), "ReadyForUser")));
        batches.put(
                FIRST,
                new BatchView(
                        new BatchProgress("completed", 3, 0, 2, 1, Map.of("Registered", 2L, "DeviceNotFound", 1L)),
                        List.of(row(1, "Registered"), row(2, "Registered"), row(3, "DeviceNotFound"))));
        batches.put(
                LATER,
                new BatchView(
                        new BatchProgress("completed", 1, 0, 1, 0, Map.of("Registered", 1L)),
                        List.of(row(1, "Registered"))));
    }

    private static RowResult row(long row, String outcome) {
        return new RowResult("a.csv", row, row + 1, "1", null, "of no use here", outcome, null);
    }

    private static DeviceId device(String serialNumber) {
        return DeviceId.of(new DeviceTuple("Contoso", "Book 13", serialNumber));
    }
}
