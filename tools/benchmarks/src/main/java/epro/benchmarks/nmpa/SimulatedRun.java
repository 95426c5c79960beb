package epro.benchmarks.nmpa;

import epro.nmpa.quota.Gate;
import epro.nmpa.quota.NotStarted;
import epro.nmpa.quota.Pause;
import epro.nmpa.quota.Permit;
import epro.nmpa.quota.Permits;
import epro.nmpa.quota.Quota;
import epro.nmpa.quota.StartLimiter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A run at full length in simulated time, through the service's own permits, gate and limiter. The way to the regulator and
 * back takes anything up to the jitter. The same seed makes the same run.
 */
final class SimulatedRun {
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration HANG = Duration.ofSeconds(20);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final SimulatedTime time = new SimulatedTime();
    private final Witness witness = new Witness();
    private final Pause pause = new Pause(time);
    private final Deque<Integer> waiting = new ArrayDeque<>();
    private final List<Long> answered = new ArrayList<>();
    private final Quota quota;
    private final Duration latency;
    private final Trouble trouble;
    private final RandomGenerator random;
    private final Permits permits;
    private final Gate gate;

    private SimulatedRun(Quota quota, Duration latency, Trouble trouble, long seed) {
        this.quota = quota;
        this.latency = latency;
        this.trouble = trouble;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.permits = new Permits(quota.connections(), time, time);
        StartLimiter limiter = new StartLimiter(quota.startsPerSecond(), quota.window());
        this.gate = new Gate(limiter, pause, () -> true, time);
    }

    /** Plays it to the end. */
    static Played play(int trials, Quota quota, Duration latency, Trouble trouble, long seed)
            throws IOException, InterruptedException {
        SimulatedRun run = new SimulatedRun(quota, latency, trouble, seed);
        for (int trial = 0; trial < trials; trial++) {
            run.waiting.add(trial);
        }
        while (run.answered.size() < trials) {
            run.advance();
        }
        return new Played(run.answered, run.witness);
    }

    /** Asks for the next trial, or lets time pass where there is none, or no permit for it. */
    private void advance() throws IOException, InterruptedException {
        if (waiting.isEmpty() || permits.inFlight() == quota.connections()) {
            time.step();
            return;
        }
        pause.await();
        Permit permit = permits.acquire();
        int trial = waiting.remove();
        try {
            gate.pass(() -> write(permit, trial));
        } catch (NotStarted paused) {
            waiting.addFirst(trial);
            permit.close();
        }
    }

    private void write(Permit permit, int trial) {
        long written = time.nanos();
        long noticed = written + way();
        witness.started(noticed);
        switch (trouble.draw(random)) {
            case ANSWERED -> end(permit, noticed, () -> answered.add(time.nanos()));
            case FAILED -> end(permit, noticed, () -> later(trial));
            case BUSY ->
                end(permit, noticed, () -> {
                    pause.extend(AGAIN);
                    waiting.add(trial);
                });
            case HUNG -> {
                witness.open(noticed, noticed + HANG.toNanos());
                time.after(CALL_TIMEOUT.toNanos(), () -> {
                    permit.keepFor(quota.processingLimit(), written);
                    permit.close();
                    later(trial);
                });
            }
        }
    }

    /** The connection is closed here when the answer is there, and at the regulator when it hears of that. */
    private void end(Permit permit, long noticed, Runnable then) {
        long answer = latency.toNanos();
        witness.open(noticed, time.nanos() + answer + way());
        time.after(answer, () -> {
            permit.keepFor(quota.jitter(), time.nanos());
            permit.close();
            then.run();
        });
    }

    private void later(int trial) {
        time.after(AGAIN.toNanos(), () -> waiting.add(trial));
    }

    private long way() {
        return quota.jitter().isZero() ? 0 : random.nextLong(quota.jitter().toNanos());
    }

    /**
     * A run that is over.
     *
     * @param answered when each trial was answered, in nanoseconds from the start
     */
    record Played(List<Long> answered, Witness witness) {

        double seconds() {
            return answered.getLast() / 1e9;
        }
    }
}
