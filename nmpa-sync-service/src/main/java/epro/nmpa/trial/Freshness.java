package epro.nmpa.trial;

import epro.support.problem.StackOnly;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How old the oldest of the statuses is that are passed on as true. */
@Component
class Freshness {
    private static final Logger LOG = LoggerFactory.getLogger(Freshness.class);

    private final TrialTable table;
    private final InstantSource clock;
    private volatile double seconds = Double.NaN;

    Freshness(TrialTable table, InstantSource clock, MeterRegistry registry) {
        this.table = table;
        this.clock = clock;
        Gauge.builder("epro.nmpa.freshness", () -> seconds).baseUnit("seconds").register(registry);
    }

    @Scheduled(fixedDelayString = "${epro.nmpa.freshness-interval:15s}")
    void look() {
        try {
            seconds = table.oldestConfirmation(clock.instant()).orElse(Double.NaN);
        } catch (RuntimeException failure) {
            LOG.warn("The age of statuses is looked at again in a moment: {}", StackOnly.of(failure));
        }
    }
}
