package dev.rollcall.benchmarks.soak;

import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// What a soak came to: rows and calls in all, and what was seen in the course of it.
public record SoakFigures(long rows, long calls, List<Sample> samples) {
    private static final double SHARE = 0.1;
    private static final double HEAP_MIB = 8;
    private static final double THREADS = 8;
    private static final double HANDLES = 16;
    private static final double FILES = 4;
    private static final double LAG = 2_000;

    public SoakFigures {
        samples = List.copyOf(samples);
    }

    /// One of the figures over the time. It drifts where it grows by more than a tenth and more than `tolerance`.
    public record Course(String name, String unit, List<Double> values, double tolerance) {
        public Course {
            values = List.copyOf(values);
        }

        public Drift drift() {
            return Drift.of(values);
        }

        public boolean drifts() {
            return drift().isMoreThan(SHARE, tolerance);
        }
    }

    /// Of what must not grow. Databases and topics grow with what is registered.
    public List<Course> courses() {
        var processes = samples.getFirst().processes().keySet().stream().sorted();
        return Stream.concat(
                        processes.flatMap(this::ofProcess),
                        Stream.of(
                                course("temporary files", "", FILES, Sample::tempFiles),
                                course("lag", "records", LAG, Sample::lag)))
                .toList();
    }

    public boolean drifts() {
        return courses().stream().anyMatch(Course::drifts);
    }

    private Stream<Course> ofProcess(String name) {
        return Stream.of(
                course(
                        name + ": heap",
                        "MiB",
                        HEAP_MIB,
                        sample -> of(sample, name).heapMib()),
                course(
                        name + ": threads",
                        "",
                        THREADS,
                        sample -> of(sample, name).threads()),
                course(
                        name + ": file handles",
                        "",
                        HANDLES,
                        sample -> of(sample, name).handles()));
    }

    private static Sample.Traces of(Sample sample, String process) {
        return Objects.requireNonNull(sample.processes().get(process));
    }

    private Course course(String name, String unit, double tolerance, ToDoubleFunction<Sample> figure) {
        return new Course(
                name, unit, samples.stream().mapToDouble(figure).boxed().toList(), tolerance);
    }
}
