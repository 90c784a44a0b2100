package dev.rollcall.standalone.demo;

import dev.rollcall.standalone.client.BatchWatch;
import dev.rollcall.standalone.client.ClientFailure;
import dev.rollcall.standalone.client.Patience;
import dev.rollcall.standalone.client.Sighting;
import dev.rollcall.standalone.client.SubmitAnswer.Accepted;
import dev.rollcall.standalone.client.SubmitAnswer.Refused;
import dev.rollcall.standalone.client.Upload;
import dev.rollcall.standalone.demo.Sample.Seen;
import dev.rollcall.standalone.demo.Sample.Way;
import dev.rollcall.standalone.server.StandaloneServer;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The samples' way through a running server, told on the console. A second run finds the batches
/// of the first: the files keep their idempotency keys.
public final class Demo {
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(60));
    private static final String REQUESTED = "AutopilotRegistrationRequested";

    private final StandaloneServer server;
    private final DemoClock clock;
    private final PrintWriter out;
    private final Parties parties;
    private final List<Posted> batches = new ArrayList<>();

    public Demo(StandaloneServer server, DemoClock clock, PrintWriter out) {
        this.server = server;
        this.clock = clock;
        this.out = out;
        this.parties = new Parties(server);
    }

    /// Whether every row ended as expected.
    public boolean run() {
        try (var samples = Samples.unpack();
                var kafka = new DemoKafka(server.kafkaClientSettings())) {
            loadCatalog(samples, kafka);
            lastWeek(samples);
            clock.jumpToThePresent();
            today(samples, kafka);
            var rows = settled();
            new OutcomeTable(out).print(rows);
            return rows.stream().allMatch(CheckedRow::asExpected);
        }
    }

    private void loadCatalog(Samples samples, DemoKafka kafka) {
        parties.api("oem").listInCatalog(samples.catalog());
        require(PATIENCE.until(kafka::catalogIsRead), "the catalog was not read");
    }

    private void lastWeek(Samples samples) {
        out.println("Last week (the services' clock is 8 days late for this one file):");
        samples.going(Way.UPLOAD_LAST_WEEK).forEach(sample -> upload(samples, sample));
        awaitBatches();
        report(Seen.lastWeek);
    }

    private void today(Samples samples, DemoKafka kafka) {
        out.println("Today:");
        var lanes = new Lanes(server.listeners());
        lanes.stop();
        samples.going(Way.UPLOAD).forEach(sample -> upload(samples, sample));
        samples.going(Way.STRAIGHT_TO_KAFKA).forEach(sample -> publish(samples, kafka, sample));
        showRequested();
        lanes.start();
        awaitBatches();
        report(Seen.now);
    }

    private void upload(Samples samples, Sample sample) {
        var upload = Upload.of(samples.file(sample.name()), sample.idempotencyKey());
        switch (parties.api(sample.postedBy()).submit(upload)) {
            case Accepted(var batchId, var _, var _) when batchId != null -> posted(new Posted(sample, batchId));
            case Accepted _ -> throw new ClientFailure(sample.name() + " was accepted without a batch");
            case Refused(var problem) -> throw new ClientFailure(sample.name() + ": " + problem.headline());
        }
    }

    private void publish(Samples samples, DemoKafka kafka, Sample sample) {
        var batch = new Posted(sample, DemoKafka.batch(sample).toString());
        if (parties.api(sample.postedBy()).progress(batch.batchId()).isEmpty()) {
            kafka.publish(sample, samples.file(sample.name()), clock.instant());
        }
        posted(batch);
    }

    private void posted(Posted batch) {
        batches.add(batch);
        out.println("  " + batch.sample().name() + ": " + batch.sample().what());
    }

    /// Nothing is registered while the lanes are stopped; in a second demo everything is already.
    private void showRequested() {
        require(PATIENCE.until(() -> batches.stream().allMatch(this::isVisible)), "the batches do not show");
        var requested = Checks.of(parties, batches).stream()
                .filter(row -> row.state().equals(REQUESTED))
                .count();
        out.println(
                requested == 0
                        ? "All of this happened in an earlier demo on the same data: the same files are the same batches."
                        : requested + " devices are " + REQUESTED + ": the worker is stopped. It starts now.");
    }

    private boolean isVisible(Posted batch) {
        return parties.api(batch.sample().postedBy())
                .progress(batch.batchId())
                .filter(progress -> progress.rowCount() == batch.sample().rows().size())
                .isPresent();
    }

    private void awaitBatches() {
        for (var batch : batches) {
            var api = parties.api(batch.sample().postedBy());
            new BatchWatch(api, PATIENCE.limit()).untilCompleted(batch.batchId(), _ -> {});
        }
    }

    private void report(Seen seen) {
        for (var row : Checks.of(parties, batches)) {
            if (row.expected().seen() == seen && row.deviceId() != null) {
                parties.api(row.posted().sample().postedBy())
                        .report(List.of(new Sighting(row.deviceId(), "user@example.com", clock.instant())));
            }
        }
    }

    /// The rows once all are as expected, or as they are when patience ends.
    private List<CheckedRow> settled() {
        PATIENCE.until(() -> Checks.of(parties, batches).stream().allMatch(CheckedRow::asExpected));
        return Checks.of(parties, batches);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new ClientFailure(otherwise + " within " + PATIENCE.limit().toSeconds() + " s");
        }
    }
}
