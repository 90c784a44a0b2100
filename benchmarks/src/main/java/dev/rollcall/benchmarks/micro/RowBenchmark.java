package dev.rollcall.benchmarks.micro;

import dev.rollcall.upload.reading.Limits;
import dev.rollcall.upload.reading.ReadableUpload;
import dev.rollcall.upload.reading.RowRule;
import dev.rollcall.upload.reading.SourceFile;
import dev.rollcall.upload.reading.UploadCheck;
import dev.rollcall.upload.reading.UploadReading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/// One row of a CSV file: its share of the first pass, which finds what is wrong with a file, and of the second, which
/// makes its event.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RowBenchmark {
    private static final int ROWS = 1_000;
    private static final Limits LIMITS = new Limits(ROWS, 64 * 1024);
    private final List<SourceFile> files = List.of(file());
    private final ReadableUpload upload = sound(files);

    private static SourceFile file() {
        var csv = new StringBuilder("Device Serial Number,Windows Product ID,Hardware Hash\n");
        for (var number = 1; number <= ROWS; number++) {
            csv.append(Samples.device(number).serialNumber()).append(",,");
            csv.append(Samples.hash(number)).append('\n');
        }
        var bytes = csv.toString().getBytes(StandardCharsets.US_ASCII);
        return new SourceFile("devices.csv", () -> new ByteArrayInputStream(bytes));
    }

    private static ReadableUpload sound(List<SourceFile> files) {
        return switch (read(files)) {
            case UploadReading.Sound(var sound) -> sound;
            case UploadReading.Refused(var refusal) -> throw new IllegalStateException(refusal.toString());
        };
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public UploadReading check() {
        return read(files);
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public void toEvent(Blackhole events) throws IOException {
        upload.forEachRow((number, row) -> {
            var request = Samples.request(Math.toIntExact(number), row.columns(), row.fault());
            events.consume(Samples.WRITER.write("requests", request));
            return true;
        });
    }

    private static UploadReading read(List<SourceFile> files) {
        try {
            return UploadCheck.ofCsv(files, LIMITS, RowRule.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
