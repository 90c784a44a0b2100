package dev.rollcall.faults.checker;

import dev.rollcall.faults.history.Act;
import dev.rollcall.faults.history.Answer;
import dev.rollcall.faults.history.Call;
import dev.rollcall.faults.history.Row;
import dev.rollcall.identity.BatchId;
import dev.rollcall.identity.RequestId;
import dev.rollcall.identity.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What was uploaded, by idempotency key: the calls of a tenant under one key belong together.
record Uploads(Map<BatchId, Attempts> byBatch) {
    private static final int CLIENT_ERROR = 4;

    /// All calls under one key.
    record Attempts(BatchId batch, List<Call> calls) {

        /// The rows of a call that was answered 202; none where none was.
        List<Row> taken() {
            return calls.stream()
                    .filter(Call::succeeded)
                    .map(Call::act)
                    .flatMap(act -> act instanceof Act.Upload upload ? Stream.of(upload.rows()) : Stream.of())
                    .findFirst()
                    .orElse(List.of());
        }

        boolean wasTaken() {
            return calls.stream().anyMatch(Call::succeeded);
        }

        /// Whether each of them is known to have had no effect.
        boolean wereInVain() {
            return calls.stream().allMatch(Attempts::isInVain);
        }

        RequestId request(int row) {
            return RequestId.of(batch, row);
        }

        private static boolean isInVain(Call call) {
            var broken = call.act() instanceof Act.Upload upload && !upload.whole();
            var refused = call.answer() instanceof Answer.Given(var status, var _) && status / 100 == CLIENT_ERROR;
            return broken || refused;
        }
    }

    static Uploads in(List<Call> calls) {
        var byBatch = new LinkedHashMap<BatchId, List<Call>>();
        for (var call : calls) {
            switch (call.act()) {
                case Act.Upload(var key, var _, var _) -> add(byBatch, key, call);
                case Act.Nonsense(var key) -> add(byBatch, key, call);
                case Act.Release _, Act.Sighting _, Act.Question _ -> {}
            }
        }
        var uploads = new LinkedHashMap<BatchId, Attempts>();
        byBatch.forEach((batch, of) -> uploads.put(batch, new Attempts(batch, List.copyOf(of))));
        return new Uploads(uploads);
    }

    Collection<Attempts> all() {
        return byBatch.values();
    }

    Stream<Attempts> taken() {
        return all().stream().filter(Attempts::wasTaken);
    }

    private static void add(Map<BatchId, List<Call>> byBatch, String key, Call call) {
        var batch = BatchId.of(new TenantId(call.tenant()), call.tenant(), key);
        byBatch.computeIfAbsent(batch, _ -> new ArrayList<>()).add(call);
    }
}
