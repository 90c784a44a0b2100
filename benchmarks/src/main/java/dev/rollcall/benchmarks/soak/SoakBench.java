package dev.rollcall.benchmarks.soak;

import dev.rollcall.benchmarks.devices.Fleet;
import dev.rollcall.benchmarks.load.Course;
import dev.rollcall.benchmarks.server.Deployment;
import dev.rollcall.benchmarks.server.WorkDirectory;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/// The same load for minutes or hours, and a look at every process again and again.
public final class SoakBench {
    private final Deployment deployment;
    private final WorkDirectory directory;
    private final SoakPlan plan;
    private final PrintWriter out;

    public SoakBench(Deployment deployment, WorkDirectory directory, SoakPlan plan, PrintWriter out) {
        this.deployment = deployment;
        this.directory = directory;
        this.plan = plan;
        this.out = out;
    }

    public SoakFigures run() {
        out.println("listing the devices …");
        var course = new Course(deployment, directory, SoakPlan.SUPPLIER);
        var small = Fleet.of("soak-small", plan.smallDevices());
        var bulk = Fleet.of("soak-bulk", plan.bulkDevices());
        course.list(small);
        course.list(bulk);
        try (var sampler = new Sampler(deployment, directory);
                var load = SoakLoad.begin(deployment.as(SoakPlan.TENANT), directory, small, bulk)) {
            return observe(sampler, load);
        }
    }

    private SoakFigures observe(Sampler sampler, SoakLoad load) {
        var samples = new ArrayList<Sample>();
        var begun = System.nanoTime();
        while (System.nanoTime() - begun < plan.lasting().toNanos()) {
            LockSupport.parkNanos(SoakPlan.BETWEEN_SAMPLES.toNanos());
            load.requireNoFailure();
            samples.add(sampler.take());
            tell(samples.getLast(), load);
        }
        return new SoakFigures(load.rows(), load.calls(), samples);
    }

    private void tell(Sample sample, SoakLoad load) {
        out.printf(
                Locale.ROOT,
                "%5.1f min: %,d rows, %,d calls, lag %,d, %d temporary files%n",
                sample.minute(),
                load.rows(),
                load.calls(),
                sample.lag(),
                sample.tempFiles());
        out.flush();
    }
}
