package dev.rollcall.benchmarks.query;

import dev.rollcall.benchmarks.devices.DeviceLoad;
import dev.rollcall.benchmarks.query.QueryFigures.Answered;
import dev.rollcall.benchmarks.query.QueryFigures.Exported;
import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.Deployment;
import dev.rollcall.benchmarks.server.Engines;
import dev.rollcall.benchmarks.usage.Heap;
import dev.rollcall.benchmarks.usage.Meter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Asks every question on its own, by HTTP and by pgbench in turn, and exports the list.
public final class QueryBench {
    private static final Pattern CURSOR = Pattern.compile("\"nextCursor\":\"([^\"]+)\"");
    private static final int PAGES_BEFORE = 20;
    private static final double SHORT_SECONDS = 0.3;
    private static final double MEGABYTE = 1e6;

    private final Deployment server;
    private final QueryPlan plan;
    private final PrintWriter out;
    private final Callers callers;
    private final Meter meter;
    private final SentSql sentSql;
    private final @Nullable Pgbench pgbench;

    public QueryBench(Deployment server, QueryPlan plan, Path directory, PrintWriter out) {
        this.server = server;
        this.plan = plan;
        this.out = out;
        this.callers = new Callers(server.as(QueryPlan.TENANT), plan.clients());
        this.meter = Meter.of(server);
        this.sentSql = new SentSql(server.engines());
        this.pgbench = Pgbench.isThere() ? new Pgbench(server.engines(), directory) : null;
    }

    /// Loads the devices where they are not there yet. The server has to be started again: so PostgreSQL
    /// begins to tell what it is sent.
    public static void load(Engines engines, QueryPlan plan, PrintWriter out) {
        new DeviceLoad(engines, out).ensure(plan.devicesByTenant());
        SentSql.prepare(engines);
    }

    public QueryFigures run(Pattern only) {
        if (pgbench == null) {
            out.println("There is no pgbench on the PATH: nothing is compared.");
        }
        var questions = Question.all().stream()
                .filter(question -> only.matcher(question.name()).find())
                .toList();
        out.println("warming up …");
        questions.forEach(question -> callers.ask(question.path(), (double) plan.warmUp() / questions.size()));
        var answered = questions.stream().map(this::ask).toList();
        return new QueryFigures(plan, answered, export());
    }

    private Answered ask(Question question) {
        try (var connection = callers.connect()) {
            var path = question.deep() ? deep(connection, question.path()) : question.path();
            callers.ask(path, SHORT_SECONDS);
            var before = meter.read();
            var pace = callers.ask(path, plan.seconds());
            var used = meter.read().since(before);
            var sql = pgbench == null ? List.<SentSql.Statement>of() : sentSql.during(() -> connection.get(path));
            var answered = new Answered(
                    question.name(),
                    pace.perSecond(),
                    pace.p50Millis(),
                    pace.p95Millis(),
                    pace.p99Millis(),
                    used.cpuMicrosPer(pace.answers()),
                    pgbench == null ? null : pgbench.perSecond(sql, plan.clients(), plan.seconds()));
            out.printf(
                    Locale.ROOT,
                    "  %s: p50 %.1f ms, p99 %.1f ms, %.0f/s, CPU %s µs%n",
                    answered.question(),
                    answered.p50Millis(),
                    answered.p99Millis(),
                    answered.perSecond(),
                    answered.cpu());
            out.flush();
            return answered;
        } catch (IOException e) {
            throw new BenchFailure(question.path() + " was not answered: " + e.getMessage(), e);
        }
    }

    /// The page behind the first twenty thousand devices, or as far behind as there is one.
    private static String deep(Connection connection, String path) throws IOException {
        var page = path;
        for (var number = 0; number < PAGES_BEFORE; number++) {
            var cursor = CURSOR.matcher(connection.get(page + "&limit=1000"));
            if (!cursor.find()) {
                break;
            }
            page = path + "&cursor=" + cursor.group(1);
        }
        return page;
    }

    private Exported export() {
        out.println("exporting …");
        var counted = new CountedLines();
        var began = System.nanoTime();
        try (var connection = callers.connect()) {
            connection.ask(connection.request("/v1/devices", "text/csv"), counted);
        } catch (IOException e) {
            throw new BenchFailure("the export broke off: " + e.getMessage(), e);
        }
        var seconds = (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1);
        var rows = counted.lines - 1;
        return new Exported(
                rows,
                rows / seconds,
                counted.bytes / MEGABYTE / seconds,
                Heap.of(server.members().getFirst().gcLog()).peakMib());
    }

    private static final class CountedLines extends OutputStream {
        private long lines;
        private long bytes;

        @Override
        public void write(int b) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(byte[] buffer, int offset, int length) {
            bytes += length;
            for (var i = offset; i < offset + length; i++) {
                if (buffer[i] == '\n') {
                    lines++;
                }
            }
        }
    }
}
