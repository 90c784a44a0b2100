package dev.rollcall.upload.publishing;

import dev.rollcall.identity.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/// The few partitions of a topic that a tenant's rows go to, one of each quarter, by rendezvous hashing:
/// every partition draws a number for the tenant, and the lowest of its quarter wins. They stay the same
/// as long as the topic has as many partitions. Kafka deals a topic out in runs of neighbours: out of
/// quarters, each of two or four consumers gets as many of a tenant's partitions as the others.
record ShuffleShard(List<Integer> partitions) {
    static final int SIZE = 4;

    ShuffleShard {
        partitions = List.copyOf(partitions);
    }

    /// Of a topic with fewer partitions than a shard has, all.
    static ShuffleShard of(TenantId tenant, int partitionCount) {
        var size = Math.min(SIZE, partitionCount);
        return new ShuffleShard(IntStream.range(0, size)
                .mapToObj(part -> lowest(tenant, part * partitionCount / size, (part + 1) * partitionCount / size))
                .toList());
    }

    /// The same one for the same key, so that the order of a key's records is kept.
    int partition(String key) {
        return partitions.get(Math.floorMod(key.hashCode(), partitions.size()));
    }

    private static int lowest(TenantId tenant, int from, int to) {
        return IntStream.range(from, to)
                .boxed()
                .min(Comparator.comparing(partition -> draw(tenant, partition)))
                .orElseThrow();
    }

    /// Spread evenly and the same everywhere; more is not asked of it.
    private static UUID draw(TenantId tenant, int partition) {
        return UUID.nameUUIDFromBytes((tenant.value() + "/" + partition).getBytes(StandardCharsets.UTF_8));
    }
}
