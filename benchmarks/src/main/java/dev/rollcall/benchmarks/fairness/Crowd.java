package dev.rollcall.benchmarks.fairness;

import dev.rollcall.benchmarks.devices.Fleet;
import dev.rollcall.benchmarks.fairness.FairnessReport.Share;
import dev.rollcall.benchmarks.load.BigBatch;
import dev.rollcall.benchmarks.load.Course;
import dev.rollcall.benchmarks.load.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// Ten tenants with big batches at once. The first has five times the rows of another, and the others come when a tenth
/// of its rows is finished.
final class Crowd {
    private static final int HEAD_START = 10;

    private final Course course;
    private final FairnessPlan plan;

    Crowd(Course course, FairnessPlan plan) {
        this.course = course;
        this.plan = plan;
    }

    FairnessReport.Sharing run(Executor background) {
        var fleets = fleets();
        fleets.forEach(course::list);
        var files = fleets.stream().map(course::upload).toList();
        var batches = new ArrayList<BigBatch>();
        for (var tenant = 0; tenant < fleets.size(); tenant++) {
            var name = FairnessPlan.TENANTS.get(tenant);
            batches.add(BigBatch.post(course.server().as(name), files.get(tenant), 0, background));
            if (tenant == 0) {
                awaitHeadStart(batches.getFirst());
            }
        }
        var race = watch(batches);
        files.forEach(course::delete);
        return sharing(batches, race);
    }

    private List<Fleet> fleets() {
        return IntStream.range(0, FairnessPlan.TENANTS.size())
                .mapToObj(tenant -> Fleet.of("crowd-" + tenant, plan.crowdRows(tenant)))
                .toList();
    }

    private void awaitHeadStart(BigBatch first) {
        Watch.over(plan.crowdRows(0))
                .until("the first tenant's head start", () -> first.finished() >= plan.crowdRows(0) / HEAD_START);
    }

    private Race watch(List<BigBatch> batches) {
        var race = new Race(rows());
        Watch.over(allRows()).until("ten tenants' batches", () -> {
            race.look(
                    System.nanoTime(), batches.stream().map(BigBatch::finished).toList());
            return race.isOver();
        });
        return race;
    }

    private FairnessReport.Sharing sharing(List<BigBatch> batches, Race race) {
        var sinceLastPost = race.whileAllWereActive(batches.getLast().postedAt());
        var sinceLastAnswer = race.whileAllWereActive(
                batches.stream().mapToLong(BigBatch::answeredAt).max().orElseThrow());
        var shares = IntStream.range(0, batches.size())
                .mapToObj(tenant -> new Share(
                        FairnessPlan.TENANTS.get(tenant),
                        plan.crowdRows(tenant),
                        seconds(batches.get(tenant).answeredAt()
                                - batches.get(tenant).postedAt()),
                        seconds(race.completedAt(tenant) - batches.get(tenant).postedAt()),
                        sinceLastPost[tenant],
                        sinceLastAnswer[tenant]))
                .toList();
        return new FairnessReport.Sharing(JainIndex.of(sinceLastPost), JainIndex.of(sinceLastAnswer), shares);
    }

    private List<Long> rows() {
        return IntStream.range(0, FairnessPlan.TENANTS.size())
                .mapToObj(tenant -> (long) plan.crowdRows(tenant))
                .toList();
    }

    private long allRows() {
        return rows().stream().mapToLong(Long::longValue).sum();
    }

    private static double seconds(long nanos) {
        return (double) nanos / TimeUnit.SECONDS.toNanos(1);
    }
}
