package dev.rollcall.registration.policy;

import static dev.rollcall.registration.Scenario.newDevice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.events.CatalogChange;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.registration.Scenario;
import dev.rollcall.registration.SupplierBatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogFoldTest {
    private final Map<DeviceId, CatalogEntry> catalog = new HashMap<>();

    @Test
    void changesNothingWhereEveryWordIsOneThatTheCatalogHolds() {
        var device = newDevice();
        store(List.of(new SupplierBatch("oem").listing(device)));

        var fold = new CatalogFold(catalog);
        fold.decide(new SupplierBatch("oem").listing(device));
        fold.decide(new SupplierBatch("other").listing(device));

        assertThat(fold.changed()).isEmpty();
    }

    /// Words of two suppliers on a few devices. After some polls the database has committed and
    /// Kafka has not: those come again, cut elsewhere. What the words come to is what they come to
    /// in one go.
    @ParameterizedTest
    @MethodSource("seeds")
    void decidesWordsThatComeAgainAsItDidBeforeHoweverThePollsAreCut(long seed) {
        var random = new Random(seed);
        var words = words(random);
        var expected = verdicts(new CatalogFold(Map.of()), words);

        var verdicts = new ArrayList<CatalogVerdict>();
        while (verdicts.size() < words.size()) {
            var poll = words.subList(verdicts.size(), end(verdicts.size(), words.size(), random));
            var decided = store(poll);
            if (random.nextBoolean()) {
                verdicts.addAll(decided);
            }
        }

        assertThat(verdicts).isEqualTo(expected);
    }

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(500);
    }

    private List<CatalogVerdict> store(List<CatalogChange> poll) {
        var fold = new CatalogFold(Map.copyOf(catalog));
        var verdicts = verdicts(fold, poll);
        catalog.putAll(fold.changed());
        return verdicts;
    }

    private static List<CatalogVerdict> verdicts(CatalogFold fold, List<CatalogChange> words) {
        return words.stream().map(fold::decide).toList();
    }

    private static int end(int begin, int size, Random random) {
        return begin + 1 + random.nextInt(Math.min(12, size - begin));
    }

    private static List<CatalogChange> words(Random random) {
        var devices = Stream.generate(Scenario::newDevice).limit(3).toList();
        return Stream.<CatalogChange>generate(() -> {
                    var batch = new SupplierBatch(random.nextBoolean() ? "oem" : "other");
                    var device = devices.get(random.nextInt(devices.size()));
                    return random.nextBoolean() ? batch.listing(device) : batch.withdrawing(device);
                })
                .limit(40)
                .toList();
    }
}
