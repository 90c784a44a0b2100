package dev.rollcall.registration;

import static dev.rollcall.registration.Scenario.CONTOSO;
import static dev.rollcall.registration.Scenario.listed;
import static dev.rollcall.registration.Scenario.newDevice;
import static dev.rollcall.registration.Scenario.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.events.CatalogChange;
import dev.rollcall.events.CatalogConflict;
import dev.rollcall.events.CatalogRowsDecided;
import dev.rollcall.fixtures.TestPostgres;
import dev.rollcall.identity.DeviceTuple;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CatalogIT {
    private static final String PREFIX = "catalog-";
    private static RunningWorker worker;
    private static TestTopics topics;

    @BeforeAll
    static void start() {
        worker = RunningWorker.start(PREFIX, TestPostgres.newDatabase());
        topics = new TestTopics(PREFIX);
    }

    @AfterAll
    static void stop() {
        topics.close();
        worker.close();
    }

    @Test
    void tellsWhatEachRowOfABatchCameTo() {
        var devices = devices(4);
        var first = new SupplierBatch("oem");
        var theirs = new SupplierBatch("other");
        var second = new SupplierBatch("oem");

        tell(devices.subList(0, 2).stream().map(first::listing));
        tell(Stream.of(theirs.listing(devices.get(2))));
        tell(Stream.of(
                second.listing(devices.get(0)),
                second.withdrawing(devices.get(1)),
                second.listing(devices.get(2)),
                second.listing(devices.get(3))));

        assertThat(tallyOf(first, 2)).isEqualTo(new Tally(2, 0, 0, 0));
        assertThat(tallyOf(second, 4)).isEqualTo(new Tally(1, 1, 1, 1));
        assertThat(conflictsOf(second)).singleElement().satisfies(conflict -> {
            assertThat(conflict.device()).isEqualTo(devices.get(2));
            assertThat(conflict.position().row()).isEqualTo(3);
            assertThat(conflict.reason()).isEqualTo("another supplier has listed this device");
        });
    }

    @Test
    void givesEachDeviceToExactlyOneOfTwoSuppliersWhoListItAtTheSameTime() {
        var devices = devices(2_000);
        var one = new SupplierBatch("oem");
        var other = new SupplierBatch("other");

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> tell(devices.stream().map(one::listing))),
                        CompletableFuture.runAsync(
                                () -> tell(devices.reversed().stream().map(other::listing))))
                .join();

        var ones = tallyOf(one, 2_000);
        var others = tallyOf(other, 2_000);
        assertThat(ones.listed() + others.listed()).isEqualTo(2_000);
        assertThat(ones.conflicting()).isEqualTo(others.listed());
        assertThat(others.conflicting()).isEqualTo(ones.listed());
        assertThat(conflictsOf(one))
                .extracting(CatalogConflict::device)
                .doesNotContainAnyElementsOf(
                        conflictsOf(other).stream().map(CatalogConflict::device).toList());
    }

    @Test
    void tellsManyConflictsInSeveralEventsThatNoTwoShareASlice() {
        var devices = devices(3_000);
        tell(devices.stream().map(new SupplierBatch("oem")::listing));
        var late = new SupplierBatch("other");

        worker.stopListener("registration-catalog");
        tell(devices.stream().map(late::listing));
        worker.startListener("registration-catalog");

        assertThat(tallyOf(late, 3_000)).isEqualTo(new Tally(0, 0, 0, 3_000));
        assertThat(slicesOf(late))
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy(slice -> assertThat(slice.conflicts()).hasSizeLessThanOrEqualTo(500));
        assertThat(slicesOf(late)).extracting(CatalogRowsDecided::slice).doesNotHaveDuplicates();
        assertThat(conflictsOf(late)).extracting(CatalogConflict::position).doesNotHaveDuplicates();
    }

    @Test
    void leavesADeviceToItsOwnerWhenItsSupplierWithdrawsIt() {
        var device = newDevice();
        tell(Stream.of(new SupplierBatch("oem").listing(device)));
        var registration = registration(CONTOSO, device);
        topics.request(registration);
        topics.outcomeOf(registration);
        var withdrawal = new SupplierBatch("oem");

        tell(Stream.of(withdrawal.withdrawing(device)));
        tallyOf(withdrawal, 1);

        var release = Scenario.release(CONTOSO, device);
        topics.request(release);
        assertThat(Summary.of(topics.outcomeOf(release))).isEqualTo("released 1");
    }

    @Test
    void takesTheWordsOfTheFirstReleaseAndTellsNobodyWhatTheyCameTo() {
        var device = newDevice();
        var slicesBefore = topics.catalogOutcomes().size();

        topics.tellCatalog(listed(device));

        var registration = registration(CONTOSO, device);
        topics.request(registration);
        assertThat(Summary.of(topics.outcomeOf(registration))).isEqualTo("registered 1");
        assertThat(topics.catalogOutcomes()).hasSize(slicesBefore);
    }

    @Test
    void refusesARowThatTheDatabaseCannotStoreAndStoresTheRowsAroundIt() {
        var good = new SupplierBatch("oem");
        var bad = new SupplierBatch("oem", BadRecordsIT.TOO_FAR);
        var devices = devices(3);

        worker.stopListener("registration-catalog");
        tell(Stream.of(good.listing(devices.get(0)), bad.listing(devices.get(1)), good.listing(devices.get(2))));
        worker.startListener("registration-catalog");

        assertThat(tallyOf(good, 2)).isEqualTo(new Tally(2, 0, 0, 0));
        assertThat(tallyOf(bad, 1)).isEqualTo(new Tally(0, 0, 0, 1));
        assertThat(conflictsOf(bad))
                .extracting(CatalogConflict::reason)
                .containsExactly("this row could not be processed");
    }

    @Test
    void countsEveryWordOnceAsReceivedAndOnceByItsOutcome() {
        var batch = new SupplierBatch("oem");
        tell(Stream.of(batch.listing(newDevice()), batch.withdrawing(newDevice())));
        tallyOf(batch, 2);

        var meters = worker.bean(MeterRegistry.class);
        await().untilAsserted(() -> assertThat(meters.get("rollcall.catalog.words").counters().stream()
                        .mapToDouble(Counter::count)
                        .sum())
                .isPositive()
                .isEqualTo(meters.get("rollcall.catalog.received").counter().count()));
    }

    private record Tally(long listed, long delisted, long unchanged, long conflicting) {
        static final Tally NONE = new Tally(0, 0, 0, 0);

        Tally plus(CatalogRowsDecided slice) {
            return new Tally(
                    listed + slice.listed(),
                    delisted + slice.delisted(),
                    unchanged + slice.unchanged(),
                    conflicting + slice.conflicts().size());
        }

        long rows() {
            return listed + delisted + unchanged + conflicting;
        }
    }

    private static Tally tallyOf(SupplierBatch batch, long rows) {
        return await().until(
                        () -> slicesOf(batch).stream().reduce(Tally.NONE, Tally::plus, (one, _) -> one),
                        tally -> tally.rows() >= rows);
    }

    private static List<CatalogConflict> conflictsOf(SupplierBatch batch) {
        return slicesOf(batch).stream()
                .flatMap(slice -> slice.conflicts().stream())
                .toList();
    }

    private static List<CatalogRowsDecided> slicesOf(SupplierBatch batch) {
        return topics.catalogOutcomes().stream()
                .filter(slice -> slice.batchId().equals(batch.id()))
                .toList();
    }

    private static void tell(Stream<? extends CatalogChange> words) {
        topics.send(topics.names().deviceCatalog(), words.toList());
    }

    private static List<DeviceTuple> devices(int count) {
        return Stream.generate(Scenario::newDevice).limit(count).toList();
    }
}
