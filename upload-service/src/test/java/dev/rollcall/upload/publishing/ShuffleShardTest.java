package dev.rollcall.upload.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.identity.TenantId;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ShuffleShardTest {
    private static final int PARTITIONS = 96;

    @Property
    void hasFourDifferentPartitionsOrAllOfASmallTopic(
            @ForAll("tenants") TenantId tenant, @ForAll @IntRange(min = 1, max = 100) int partitionCount) {
        var shard = ShuffleShard.of(tenant, partitionCount);

        assertThat(shard.partitions())
                .doesNotHaveDuplicates()
                .hasSize(Math.min(ShuffleShard.SIZE, partitionCount))
                .allMatch(partition -> partition >= 0 && partition < partitionCount);
    }

    @Property
    void placesAKeyWithinTheShardAndAlwaysAlike(@ForAll("tenants") TenantId tenant, @ForAll("keys") String key) {
        var shard = ShuffleShard.of(tenant, PARTITIONS);

        assertThat(shard.partition(key))
                .isEqualTo(ShuffleShard.of(tenant, PARTITIONS).partition(key))
                .isIn(shard.partitions());
    }

    @Property
    void hasAPartitionOfEachQuarterOfATopic(
            @ForAll("tenants") TenantId tenant, @ForAll @IntRange(min = 1, max = 48) int partitionsOfAQuarter) {
        var shard = ShuffleShard.of(tenant, ShuffleShard.SIZE * partitionsOfAQuarter);

        assertThat(shard.partitions())
                .extracting(partition -> partition / partitionsOfAQuarter)
                .containsExactly(0, 1, 2, 3);
    }

    /// Whoever changes this moves the rows of every tenant: say so in the changelog.
    @Test
    void isTheSameInEveryRelease() {
        assertThat(ShuffleShard.of(new TenantId("contoso"), PARTITIONS).partitions())
                .containsExactly(10, 38, 54, 77);
    }

    @Test
    void givesEveryPartitionAboutAsManyTenants() {
        var tenantsOfPartition = tenants(8000)
                .flatMap(tenant -> ShuffleShard.of(tenant, PARTITIONS).partitions().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(tenantsOfPartition).hasSize(PARTITIONS);
        assertThat(tenantsOfPartition.values())
                .allSatisfy(count -> assertThat(count).isBetween(270L, 400L));
    }

    @Test
    void spreadsTheDevicesOfATenantEvenly() {
        var random = new Random(48);
        var shard = ShuffleShard.of(new TenantId("contoso"), PARTITIONS);

        var devicesOfPartition = IntStream.range(0, 60_000)
                .mapToObj(_ -> new UUID(random.nextLong(), random.nextLong()).toString())
                .collect(Collectors.groupingBy(shard::partition, Collectors.counting()));

        assertThat(devicesOfPartition).hasSize(ShuffleShard.SIZE);
        assertThat(devicesOfPartition.values())
                .allSatisfy(count -> assertThat(count).isBetween(14_400L, 15_600L));
    }

    @Test
    void rarelyGivesTwoTenantsMoreThanOnePartitionInCommon() {
        var mine = ShuffleShard.of(new TenantId("contoso"), PARTITIONS).partitions();

        var crowded = tenants(2000)
                .map(tenant -> ShuffleShard.of(tenant, PARTITIONS).partitions())
                .filter(theirs -> theirs.stream().filter(mine::contains).count() > 1)
                .count();

        assertThat(crowded).isLessThan(40);
    }

    @Provide
    Arbitrary<TenantId> tenants() {
        return Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(40).map(TenantId::new);
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.strings().all().ofMaxLength(50);
    }

    private static Stream<TenantId> tenants(int count) {
        return IntStream.range(0, count).mapToObj(number -> new TenantId("tenant-" + number));
    }
}
