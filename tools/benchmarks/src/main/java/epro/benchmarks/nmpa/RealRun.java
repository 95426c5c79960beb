package epro.benchmarks.nmpa;

import epro.simulator.regulator.MadeUpRegister;
import epro.simulator.regulator.Regulator;
import epro.simulator.regulator.RegulatorLog;
import epro.simulator.regulator.Trial;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A run over real HTTP: a virtual thread a trial, all begun at once, and a regulator that counts for itself. */
final class RealRun {
    private final Queue<Long> answered = new ConcurrentLinkedQueue<>();

    private RealRun() {}

    /** Returns when every trial was answered, or the patience for it is over. */
    static Measured over(Course course, Function<URI, Asker> way) throws InterruptedException {
        MadeUpRegister register = new MadeUpRegister(Math.max(2, course.trials()), course.seed());
        List<String> numbers = register.trials().stream()
                .map(Trial::registrationNumber)
                .limit(course.trials())
                .toList();
        RealRun run = new RealRun();
        try (Regulator regulator = Regulator.start(course.regulator(), register);
                Asker asker = way.apply(regulator.address())) {
            long cpuBefore = cpuNanos();
            long begun = System.nanoTime();
            run.askAll(numbers, asker, begun, course.patience());
            long nanos = System.nanoTime() - begun;
            List<Long> each = List.copyOf(run.answered);
            return new Measured(numbers.size(), nanos / 1e9, each, cpuNanos() - cpuBefore, regulator.log());
        }
    }

    private void askAll(List<String> numbers, Asker asker, long begun, Duration patience) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String number : numbers) {
                threads.execute(() -> askUntilAnswered(number, asker, begun));
            }
            threads.shutdown();
            if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        }
    }

    private void askUntilAnswered(String number, Asker asker, long begun) {
        try {
            boolean known = false;
            while (!known) {
                known = asker.ask(number);
            }
            answered.add(System.nanoTime() - begun);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    /**
     * A run that is over.
     *
     * @param answered when each trial was answered, in nanoseconds from the start
     * @param cpuNanos of this process, client and regulator together
     */
    record Measured(int trials, double seconds, List<Long> answered, long cpuNanos, RegulatorLog log) {

        double perSecond() {
            return answered.size() / seconds;
        }

        boolean isWhole() {
            return answered.size() == trials;
        }
    }
}
