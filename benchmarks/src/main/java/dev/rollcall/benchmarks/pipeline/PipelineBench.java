package dev.rollcall.benchmarks.pipeline;

import dev.rollcall.benchmarks.devices.Fleet;
import dev.rollcall.benchmarks.devices.MixedFleet;
import dev.rollcall.benchmarks.floor.Floor;
import dev.rollcall.benchmarks.load.Course;
import dev.rollcall.benchmarks.server.Caller;
import dev.rollcall.benchmarks.server.Deployment;
import dev.rollcall.benchmarks.server.WorkDirectory;
import dev.rollcall.benchmarks.usage.Meter;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// Fills the catalog, warms up, and measures in turn: the floor and a big batch, as often as planned; more
/// big batches in a row; single devices alone and beside a big batch. Files are written and devices
/// prepared before a clock runs.
public final class PipelineBench {
    private static final int WARM_UP_POSTS = 50;

    /// Five are posted a second beside a big batch, which does at least 300 rows in a second.
    private static final int ROWS_PER_BUSY_POST = 60;

    private static final int LEAST_BUSY_POSTS = 100;

    private final Deployment server;
    private final Course course;
    private final PipelinePlan plan;
    private final Meter meter;
    private final Floor floor;
    private final Caller ours;
    private final Caller other;
    private final PrintWriter out;

    public PipelineBench(Deployment server, WorkDirectory directory, PipelinePlan plan, PrintWriter out) {
        this.server = server;
        this.course = new Course(server, directory, PipelinePlan.SUPPLIER);
        this.plan = plan;
        this.meter = Meter.of(server);
        this.floor = new Floor(server.engines());
        this.ours = server.as(PipelinePlan.TENANT);
        this.other = server.as(PipelinePlan.OTHER);
        this.out = out;
    }

    public PipelineFigures run(String layout) {
        try (var background = Executors.newVirtualThreadPerTaskExecutor()) {
            fillCatalog();
            var runs = fleets("run", plan.runs());
            var batches = fleets("batch", plan.batches());
            prepare(runs, background);
            prepare(batches, background);
            warmUp(background);
            var floors = new ArrayList<Double>();
            var measured = runs.stream()
                    .map(fleet -> measure(fleet, plan.floor(), floors, background))
                    .toList();
            var further = batches.stream()
                    .map(fleet -> measure(fleet, false, floors, background))
                    .toList();
            var singles = plan.posts() > 0 ? singles(background) : null;
            return new PipelineFigures(
                    layout,
                    plan,
                    floors,
                    measured,
                    further,
                    singles,
                    meter.peakMemory(),
                    server.shares().orElse(null));
        }
    }

    private void fillCatalog() {
        say("listing %,d devices that nobody uploads …", plan.shelf());
        course.list(Fleet.of("shelf", plan.shelf()));
    }

    private List<MixedFleet> fleets(String name, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> MixedFleet.of(name + "-" + number, plan.rows()))
                .toList();
    }

    private void prepare(List<MixedFleet> fleets, ExecutorService background) {
        for (var fleet : fleets) {
            say("preparing %s: %,d rows …", fleet.name(), fleet.size());
            course.prepare(fleet, ours, other, background);
        }
    }

    private void warmUp(ExecutorService background) {
        if (plan.warmUp() == 0) {
            return;
        }
        say("warming up with %,d rows …", plan.warmUp());
        var fleet = MixedFleet.of("warm", plan.warmUp());
        course.prepare(fleet, ours, other, background);
        measure(fleet, plan.floor(), new ArrayList<>(), background);
    }

    private BatchRun measure(MixedFleet fleet, boolean withFloor, List<Double> floors, ExecutorService background) {
        var file = course.upload(fleet);
        try {
            if (withFloor) {
                floors.add(fleet.size() / floor.run(file, fleet.size()));
                say("%s: the floor does %,.0f devices/s", fleet.name(), floors.getLast());
            }
            var run = new MeasuredBatch(ours, meter, background).run(fleet, file);
            say("%s: %,.0f devices/s", fleet.name(), run.devicesPerSecond());
            return run;
        } finally {
            course.delete(file);
        }
    }

    private PipelineFigures.Singles singles(ExecutorService background) {
        var warmUp = Math.min(WARM_UP_POSTS, plan.posts());
        var singles = Fleet.of("single", warmUp + plan.posts() + LEAST_BUSY_POSTS + plan.rows() / ROWS_PER_BUSY_POST);
        var fleet = MixedFleet.of("busy", plan.rows());
        course.list(singles);
        course.prepare(fleet, ours, other, background);
        var file = course.upload(fleet);
        try (var devices = new SingleDevices(ours, singles)) {
            devices.oneByOne(warmUp);
            say("%,d devices, each alone …", plan.posts());
            var alone = Latency.of(devices.oneByOne(plan.posts()));
            say("single devices beside a big batch …");
            var runs = new ArrayList<BatchRun>();
            var beside = devices.beside(() -> runs.add(new MeasuredBatch(ours, meter, background).run(fleet, file)));
            return new PipelineFigures.Singles(alone, Latency.of(beside), runs.getFirst());
        } finally {
            course.delete(file);
        }
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
        out.flush();
    }
}
