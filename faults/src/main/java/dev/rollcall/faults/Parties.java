package dev.rollcall.faults;

import dev.rollcall.benchmarks.server.BenchClient;
import dev.rollcall.faults.cluster.Cluster;
import dev.rollcall.faults.load.Instances;
import dev.rollcall.faults.load.Party;
import dev.rollcall.faults.load.Supplier;
import dev.rollcall.standalone.client.RollcallApi;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Who calls: tenants that race for the same devices, one that probes, and one whose clients vanish.
record Parties(List<Party> tenants, Party prober, Party vanisher, Supplier supplier) implements AutoCloseable {
    private static final List<String> TENANTS = List.of("contoso", "fabrikam", "tailspin", "wingtip");
    private static final List<String> SCOPES =
            List.of("devices:register", "devices:read", "devices:release", "activity:write");

    /// Clients that go to each instance in turn, whatever state it is in.
    static Parties of(Stage stage) {
        var services = stage.cluster().services();
        return of(stage, services::doors, services::desks);
    }

    static Parties of(Stage stage, Instances doors, Instances desks) {
        var cluster = stage.cluster();
        Function<String, Party> party =
                tenant -> new Party(tenant, token(tenant, cluster), doors, desks, stage.history());
        return new Parties(
                TENANTS.stream().map(party).toList(),
                party.apply("prober"),
                party.apply("vanisher"),
                supplier(cluster));
    }

    /// All that have a list of devices.
    List<Party> all() {
        return Stream.concat(tenants.stream(), Stream.of(prober, vanisher)).toList();
    }

    @Override
    public void close() {
        all().forEach(Party::close);
    }

    private static String token(String tenant, Cluster cluster) {
        return cluster.token(new BenchClient(tenant, "of no use here", tenant, null, SCOPES));
    }

    private static Supplier supplier(Cluster cluster) {
        var token = cluster.token(BenchClient.ofSupplier("oem"));
        var services = cluster.services();
        return new Supplier(
                new RollcallApi(services.doors().getFirst(), () -> token),
                new RollcallApi(services.desks().getFirst(), () -> token));
    }
}
