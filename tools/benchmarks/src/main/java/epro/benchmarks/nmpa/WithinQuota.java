package epro.benchmarks.nmpa;

import epro.nmpa.quota.Gate;
import epro.nmpa.quota.MonotonicTime;
import epro.nmpa.quota.Pause;
import epro.nmpa.quota.Permits;
import epro.nmpa.quota.Quota;
import epro.nmpa.quota.StartLimiter;
import epro.nmpa.regulator.Answer;
import epro.nmpa.regulator.Regulator;
import epro.nmpa.regulator.RegulatorSettings;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** The service's own way: its permits, its gate, its client. */
final class WithinQuota implements Asker {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final ScheduledExecutorService cutter = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("cutter").factory());
    private final Permits permits;
    private final Regulator regulator;

    WithinQuota(URI address, Quota quota, Duration callTimeout) {
        Pause pause = new Pause(MonotonicTime.SYSTEM);
        StartLimiter limiter = new StartLimiter(quota.startsPerSecond(), quota.window());
        permits = new Permits(quota.connections(), MonotonicTime.SYSTEM, (nanos, work) -> {
            ScheduledFuture<?> _ = cutter.schedule(work, nanos, TimeUnit.NANOSECONDS);
        });
        regulator = Regulator.open(
                new RegulatorSettings(address, callTimeout, CONNECT_TIMEOUT),
                quota,
                permits,
                new Gate(limiter, pause, () -> true, MonotonicTime.SYSTEM),
                cutter);
    }

    /** The places for what is in flight. */
    Permits permits() {
        return permits;
    }

    @Override
    public boolean ask(String registrationNumber) throws InterruptedException {
        Answer answer = regulator.ask(registrationNumber);
        if (answer instanceof Answer.Failed) {
            MonotonicTime.SYSTEM.pass(PAUSE.toNanos());
        }
        return answer instanceof Answer.Known;
    }

    @Override
    public void close() {
        regulator.close();
        cutter.shutdownNow();
    }
}
