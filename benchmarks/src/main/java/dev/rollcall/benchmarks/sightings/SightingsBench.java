package dev.rollcall.benchmarks.sightings;

import dev.rollcall.benchmarks.devices.Fleet;
import dev.rollcall.benchmarks.load.BigBatch;
import dev.rollcall.benchmarks.load.Course;
import dev.rollcall.benchmarks.load.Watch;
import dev.rollcall.benchmarks.server.Caller;
import dev.rollcall.benchmarks.server.Deployment;
import dev.rollcall.benchmarks.server.WorkDirectory;
import dev.rollcall.benchmarks.usage.Meter;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// Registers a fleet, reports each device once, and then all of them again and again within the interval at which
/// sightings are written. What is reported last of some devices is an interval later: when it can be seen, so has been
/// all before it, because a partition is read in its order.
public final class SightingsBench {
    /// The default of `rollcall.status.sighting-interval`.
    private static final Duration INTERVAL = Duration.ofMinutes(5);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Course course;
    private final SightingsPlan plan;
    private final Meter meter;
    private final Caller tenant;
    private final PrintWriter out;

    public SightingsBench(Deployment server, WorkDirectory directory, SightingsPlan plan, PrintWriter out) {
        this.course = new Course(server, directory, SightingsPlan.SUPPLIER);
        this.plan = plan;
        this.meter = Meter.of(server);
        this.tenant = server.as(SightingsPlan.TENANT);
        this.out = out;
    }

    /// The stretches, in their order.
    public List<SightingsRun> run() {
        var fleet = Fleet.of("seen", plan.devices());
        register(fleet);
        try (var manager = new Manager(tenant, fleet)) {
            var first = Instant.now().truncatedTo(ChronoUnit.MICROS);
            var once = measure("each device once: all written", () -> {
                var sightings = manager.report(first);
                until(() -> manager.areLastSeen(first));
                return sightings;
            });
            var often = measure("again within the interval: left out", () -> {
                var sightings = reportOften(manager, first);
                manager.reportLast(first.plus(INTERVAL));
                until(() -> manager.areLastSeen(first.plus(INTERVAL)));
                return sightings;
            });
            return List.of(once, often);
        }
    }

    private void register(Fleet fleet) {
        out.printf(Locale.ROOT, "registering %,d devices …%n", fleet.size());
        out.flush();
        course.list(fleet);
        var file = course.upload(fleet);
        try (var background = Executors.newVirtualThreadPerTaskExecutor()) {
            var batch = BigBatch.post(tenant, file, 0, background);
            Watch.over(fleet.size()).until("the registration of the fleet", batch::isComplete);
        }
        course.delete(file);
    }

    /// All devices, each round a millisecond later than the one before.
    private long reportOften(Manager manager, Instant first) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(plan.seconds());
        var sightings = 0L;
        for (var round = 1; System.nanoTime() - end < 0; round++) {
            sightings += manager.report(first.plusMillis(round));
        }
        return sightings;
    }

    private SightingsRun measure(String name, LongSupplier stretch) {
        var before = meter.read();
        var began = System.nanoTime();
        var sightings = stretch.getAsLong();
        var seconds = (double) (System.nanoTime() - began) / TimeUnit.SECONDS.toNanos(1);
        var run = new SightingsRun(name, sightings, seconds, meter.read().since(before));
        out.printf(Locale.ROOT, "%s: %,.0f sightings/s%n", name, run.perSecond());
        out.flush();
        return run;
    }

    private static void until(BooleanSupplier condition) {
        new Watch(BETWEEN_LOOKS, Duration.ofMinutes(5)).until("the projection of the sightings", condition);
    }
}
