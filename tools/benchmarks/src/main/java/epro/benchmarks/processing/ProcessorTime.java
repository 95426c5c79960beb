package epro.benchmarks.processing;

import epro.benchmarks.Figures;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** How much processor time some processes have taken since, their children included. */
final class ProcessorTime {
    private final Map<String, Long> processes;
    private final Map<String, Duration> before;

    private ProcessorTime(Map<String, Long> processes) {
        this.processes = processes;
        this.before = now();
    }

    /** From now on. */
    static ProcessorTime of(SequencedMap<String, Long> processes) {
        return new ProcessorTime(new LinkedHashMap<>(processes));
    }

    /** Microseconds for each of so many records, by the process's name. */
    SequencedMap<String, Double> perRecord(long records) {
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

    private static Duration time(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
