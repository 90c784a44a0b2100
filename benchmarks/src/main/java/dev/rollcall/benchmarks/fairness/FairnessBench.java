package dev.rollcall.benchmarks.fairness;

import dev.rollcall.benchmarks.devices.Fleet;
import dev.rollcall.benchmarks.fairness.FairnessReport.Beside;
import dev.rollcall.benchmarks.load.BigBatch;
import dev.rollcall.benchmarks.load.Course;
import dev.rollcall.benchmarks.load.Watch;
import dev.rollcall.benchmarks.server.Deployment;
import dev.rollcall.benchmarks.server.WorkDirectory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Measures in turn: a big batch alone, the same beside small ones, and ten tenants at once.
public final class FairnessBench {
    private final Course course;
    private final FairnessPlan plan;
    private final PrintWriter out;

    public FairnessBench(Deployment server, WorkDirectory directory, FairnessPlan plan, PrintWriter out) {
        this.course = new Course(server, directory, FairnessPlan.SUPPLIER);
        this.plan = plan;
        this.out = out;
    }

    public FairnessReport run() {
        try (var background = Executors.newVirtualThreadPerTaskExecutor()) {
            out.println("warming up …");
            alone("warm", plan.warmUpRows(), background);
            var alone = new ArrayList<Double>();
            var beside = new ArrayList<Beside>();
            for (var run = 1; run <= plan.runs(); run++) {
                out.println("a big batch alone, then one beside small ones (run " + run + ") …");
                alone.add(alone("alone-" + run, plan.rows(), background));
                beside.add(beside(run, background));
            }
            out.println("ten tenants …");
            var crowd = new Crowd(course, plan).run(background);
            return new FairnessReport(plan.rows(), alone, beside, crowd);
        }
    }

    /// Rows a second, from the POST until the last outcome can be seen.
    private double alone(String name, int rows, Executor background) {
        var fleet = Fleet.of(name, rows);
        course.list(fleet);
        return register(course.upload(fleet), rows, background);
    }

    private Beside beside(int run, Executor background) {
        var big = Fleet.of("beside-" + run, plan.rows());
        var seconds = Math.toIntExact(Watch.over(plan.rows()).patience().toSeconds());
        var small = Fleet.of("small-" + run, SmallBatches.ROWS * seconds);
        course.list(big);
        course.list(small);
        var file = course.upload(big);
        var api = course.server().as(FairnessPlan.SMALL).uploads();
        try (var batches = SmallBatches.begin(api, small, course.directory())) {
            var rate = register(file, plan.rows(), background);
            return Beside.of(rate, batches.end());
        }
    }

    private double register(Path file, int rows, Executor background) {
        var batch = BigBatch.post(course.server().as(FairnessPlan.LONER), file, 0, background);
        Watch.over(rows).until("a big batch", batch::isComplete);
        var seconds = (double) (System.nanoTime() - batch.postedAt()) / TimeUnit.SECONDS.toNanos(1);
        course.delete(file);
        return rows / seconds;
    }
}
