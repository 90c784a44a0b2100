package dev.rollcall.faults.evidence;

import dev.rollcall.faults.checker.Evidence;
import dev.rollcall.faults.cluster.Cluster;
import dev.rollcall.faults.history.Act;
import dev.rollcall.faults.history.Call;
import dev.rollcall.faults.load.Party;
import dev.rollcall.identity.BatchId;
import dev.rollcall.identity.TenantId;
import dev.rollcall.standalone.client.RollcallApi;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Asks every part of a cluster that nobody calls any more what it knows.
public record Gathering(Cluster cluster, List<Party> parties) {
    public Gathering {
        parties = List.copyOf(parties);
    }

    public Evidence evidence(List<Call> calls) {
        var desk = cluster.services().desks().getFirst();
        var api = new ApiReader(parties.stream()
                .collect(Collectors.toMap(Party::tenant, party -> new RollcallApi(desk, party::token))));
        var batches = api.batches(taken(calls));
        var engines = cluster.engines();
        return new Evidence(
                calls,
                TopicReader.read(engines.kafka()),
                OwnershipReader.read(engines),
                api.lists(),
                batches,
                Stream.concat(cluster.services().workers().stream(), cluster.services().statuses().stream())
                        .flatMap(node -> BalanceReader.read(node).stream())
                        .toList());
    }

    /// The batches of which one call at least was answered 202, by tenant.
    private static Map<String, List<BatchId>> taken(List<Call> calls) {
        return calls.stream()
                .filter(Call::succeeded)
                .flatMap(Gathering::batch)
                .distinct()
                .collect(Collectors.groupingBy(Taken::tenant, Collectors.mapping(Taken::batch, Collectors.toList())));
    }

    private record Taken(String tenant, BatchId batch) {}

    private static Stream<Taken> batch(Call call) {
        var tenant = call.tenant();
        return call.act() instanceof Act.Upload upload
                ? Stream.of(new Taken(tenant, BatchId.of(new TenantId(tenant), tenant, upload.key())))
                : Stream.empty();
    }
}
