package epro.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** How much processor time some processes have taken since, their children included. */
public final class ProcessorTime {
    /** Places behind the name in {@code /proc/PID/stat}, see proc_pid_stat(5). */
    private static final int CHILDREN_USER = 13;

    private static final int CHILDREN_SYSTEM = 14;
    private static final long TICK_MILLIS = 10;

    private final Map<String, Long> processes;
    private final Map<String, Duration> before;

    private ProcessorTime(Map<String, Long> processes) {
        this.processes = processes;
        this.before = now();
    }

    /** From now on. */
    public static ProcessorTime of(SequencedMap<String, Long> processes) {
        return new ProcessorTime(new LinkedHashMap<>(processes));
    }

    /** Microseconds for each of so many records, by the process's name. */
    public SequencedMap<String, Double> perRecord(long records) {
        SequencedMap<String, Double> taken = new LinkedHashMap<>();
        now().forEach((name, time) -> taken.put(
                name,
                Figures.round(
                        time.minus(before.getOrDefault(name, Duration.ZERO)).toNanos() / 1e3 / records)));
        return taken;
    }

    private Map<String, Duration> now() {
        Map<String, Duration> times = new LinkedHashMap<>();
        processes.forEach((name, pid) -> times.put(name, time(pid)));
        return times;
    }

    /** Who measures has started everybody else, and counts for itself. */
    private static Duration time(long pid) {
        Duration own = ProcessHandle.of(pid).map(ProcessorTime::own).orElse(Duration.ZERO);
        return pid == ProcessHandle.current().pid()
                ? own
                : own.plus(livingChildren(pid)).plus(endedChildren(pid));
    }

    private static Duration own(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static Duration livingChildren(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessorTime::own)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Connections come and go, and their processes with them. Known on Linux only. */
    private static Duration endedChildren(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_SYSTEM]);
            return Duration.ofMillis(ticks * TICK_MILLIS);
        } catch (IOException unknown) {
            return Duration.ZERO;
        }
    }
}
