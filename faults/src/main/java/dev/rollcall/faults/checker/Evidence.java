package dev.rollcall.faults.checker;

import dev.rollcall.events.BatchAccepted;
import dev.rollcall.events.DeviceSeen;
import dev.rollcall.events.RegistrationOutcome;
import dev.rollcall.faults.history.Call;
import dev.rollcall.identity.BatchId;
import dev.rollcall.identity.RequestId;
import dev.rollcall.standalone.client.BatchProgress;
import dev.rollcall.standalone.client.RowResult;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// All that is known when the work is done: what was called, and what each part of the system holds of it.
///
/// - `calls`: every call and its answer
/// - `topics`: what is committed in Kafka
/// - `tenures`: the ownership table
/// - `lists`: by tenant, the state of each device in its list
/// - `batches`: what the API tells of each batch that was taken
/// - `balances`: what each process has counted
public record Evidence(
        List<Call> calls,
        Topics topics,
        List<Tenure> tenures,
        Map<String, Map<String, String>> lists,
        Map<BatchId, BatchView> batches,
        List<Balance> balances) {
    public Evidence {
        calls = List.copyOf(calls);
        tenures = List.copyOf(tenures);
        lists = Map.copyOf(lists);
        batches = Map.copyOf(batches);
        balances = List.copyOf(balances);
    }

    /// `requests` counts the records of each request, `batchesOfRows` holds every batch of which there is a row.
    public record Topics(
            Map<RequestId, Integer> requests,
            Set<BatchId> batchesOfRows,
            List<RegistrationOutcome> outcomes,
            List<BatchAccepted> batches,
            List<DeviceSeen> sightings,
            Map<String, Long> deadLetters) {
        public Topics {
            requests = Map.copyOf(requests);
            batchesOfRows = Set.copyOf(batchesOfRows);
            outcomes = List.copyOf(outcomes);
            batches = List.copyOf(batches);
            sightings = List.copyOf(sightings);
            deadLetters = Map.copyOf(deadLetters);
        }
    }

    public record BatchView(BatchProgress progress, List<RowResult> results) {
        public BatchView {
            results = List.copyOf(results);
        }
    }

    /// What a process has received of a kind since its start, and how much of it has ended.
    public record Balance(String process, String kind, long received, long ended) {}
}
