package epro.notification.dispatch;

import epro.notification.alert.AlertAction;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How many alerts there are, and how long it takes from finding harm to telling people. */
@Component
class DispatchMeters {
    private static final Logger LOG = LoggerFactory.getLogger(DispatchMeters.class);

    private final MeterRegistry registry;
    private final Timer detectedToInApp;

    DispatchMeters(MeterRegistry registry) {
        this.registry = registry;
        this.detectedToInApp = Timer.builder("epro.notification.detected.to.in.app")
                .description("From the detection of a suspected adverse event to its delivery in the inbox")
                .publishPercentileHistogram()
                .register(registry);
    }

    void dispatched(Dispatched.Alerted alerted, Instant at) {
        registry.counter(
                        "epro.notification.alerts",
                        "urgency",
                        lower(alerted.urgency()),
                        "action",
                        lower(alerted.action()))
                .increment();
        if (alerted.action() == AlertAction.DETECTED || alerted.action() == AlertAction.JOINED) {
            Duration took = Duration.between(alerted.identity().detectedAt(), at);
            detectedToInApp.record(took.isNegative() ? Duration.ZERO : took);
        }
        LOG.info(
                "Alert {} of case {}: {} {}",
                alerted.identity().alertId(),
                alerted.identity().caseNumber(),
                alerted.urgency(),
                alerted.action());
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
