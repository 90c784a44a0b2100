package dev.rollcall.upload.publishing;

import dev.rollcall.identity.TenantId;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// On which partition of its topic a record goes.
@FunctionalInterface
interface Placement {

    /// As Kafka places keys.
    Placement BY_KEY = _ -> null;

    /// Null leaves it to Kafka.
    @Nullable
    Integer partition(String key);

    /// Within the shard of a tenant. The number of partitions is asked for once, at the first record.
    static Placement shardOf(TenantId tenant, IntSupplier partitionCount) {
        return new Placement() {
            private @Nullable ShuffleShard shard;

            @Override
            public Integer partition(String key) {
                var known = shard;
                if (known == null) {
                    known = ShuffleShard.of(tenant, partitionCount.getAsInt());
                    shard = known;
                }
                return known.partition(key);
            }
        };
    }
}
