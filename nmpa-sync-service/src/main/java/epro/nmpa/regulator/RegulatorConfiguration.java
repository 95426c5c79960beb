package epro.nmpa.regulator;

import epro.nmpa.lease.Lease;
import epro.nmpa.quota.Gate;
import epro.nmpa.quota.MonotonicTime;
import epro.nmpa.quota.Pause;
import epro.nmpa.quota.Permits;
import epro.nmpa.quota.Quota;
import epro.nmpa.quota.StartLimiter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RegulatorConfiguration {

    /** Cuts off calls that took too long, and gives back permits that were kept. */
    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService cutter() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("cutter").factory());
    }

    @Bean
    Permits permits(Quota quota, ScheduledExecutorService cutter, MeterRegistry registry) {
        Permits permits = new Permits(quota.connections(), MonotonicTime.SYSTEM, (nanos, work) -> {
            ScheduledFuture<?> _ = cutter.schedule(work, nanos, TimeUnit.NANOSECONDS);
        });
        Gauge.builder("epro.nmpa.in.flight", permits, Permits::inFlight).register(registry);
        return permits;
    }

    @Bean
    Pause pause() {
        return new Pause(MonotonicTime.SYSTEM);
    }

    @Bean
    Gate gate(Quota quota, Pause pause, Lease lease) {
        StartLimiter limiter = new StartLimiter(quota.startsPerSecond(), quota.window());
        return new Gate(limiter, pause, lease::isHeld, MonotonicTime.SYSTEM);
    }

    @Bean
    Regulator regulator(
            RegulatorSettings settings, Quota quota, Permits permits, Gate gate, ScheduledExecutorService cutter) {
        return Regulator.open(settings, quota, permits, gate, cutter);
    }
}
