package dev.rollcall.benchmarks.usage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// What Linux tells of a process in `/proc/<pid>`. One that has ended has used nothing.
public final class ProcessFiles {
    /// Of a second: `USER_HZ`, which is 100 wherever Java runs on Linux.
    private static final double TICK = 0.01;

    private static final int USER_TIME = 11;
    private static final Pattern THREADS = Pattern.compile("Threads:\\s*(\\d+)");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s*(\\d+) kB");
    private static final long KIB = 1024;

    private ProcessFiles() {}

    /// CPU seconds of the process itself.
    static double own(long pid) {
        var stat = stat(pid);
        return ticks(stat, USER_TIME) + ticks(stat, USER_TIME + 1);
    }

    /// CPU seconds of the process, its living descendants, and its children that have ended.
    static double withDescendants(long pid) {
        var stat = stat(pid);
        var ended = ticks(stat, USER_TIME + 2) + ticks(stat, USER_TIME + 3);
        var living = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToDouble(process -> own(process.pid()))
                .sum();
        return own(pid) + ended + living;
    }

    /// The most memory that it ever had, in bytes.
    static long peakMemory(long pid) {
        var found = PEAK.matcher(read(pid, "status"));
        return found.find() ? KIB * Long.parseLong(found.group(1)) : 0;
    }

    public static int threads(long pid) {
        var found = THREADS.matcher(read(pid, "status"));
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    /// How many files and connections it has open.
    public static int handles(long pid) {
        try (var open = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return Math.toIntExact(open.count());
        } catch (IOException _) {
            return 0;
        }
    }

    /// The fields behind the name, which may hold anything.
    private static String[] stat(long pid) {
        var line = read(pid, "stat");
        return line.substring(line.lastIndexOf(')') + 1).strip().split(" ");
    }

    private static double ticks(String[] stat, int field) {
        return stat.length > field ? TICK * Long.parseLong(stat[field]) : 0;
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (IOException _) {
            return "";
        }
    }
}
