package epro.notification.escalation;

import epro.notification.alert.Alert;
import epro.support.problem.StackOnly;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every second for cases whose next step is due, and for those that were acknowledged long ago. */
@Component
class EscalationJob {
    private static final Logger LOG = LoggerFactory.getLogger(EscalationJob.class);
    private static final int MOST_AT_ONCE = 200;

    private final EscalationTable table;
    private final EscalationRun run;
    private final FollowUpRun followUp;
    private final InstantSource clock;
    private final MeterRegistry registry;

    EscalationJob(
            EscalationTable table,
            EscalationRun run,
            FollowUpRun followUp,
            InstantSource clock,
            MeterRegistry registry) {
        this.table = table;
        this.run = run;
        this.followUp = followUp;
        this.clock = clock;
        this.registry = registry;
    }

    @Scheduled(fixedDelayString = "${epro.notification.escalation-interval:1s}")
    void advance() {
        try {
            table.due(clock.instant(), MOST_AT_ONCE).forEach(this::advance);
            table.toFollowUp(clock.instant(), MOST_AT_ONCE).forEach(this::followUp);
        } catch (RuntimeException failure) {
            LOG.warn("Escalations are looked for again in a moment: {}", StackOnly.of(failure));
        }
    }

    /** One case that can't be told of keeps no other from it. */
    private void advance(UUID leadId) {
        try {
            run.advance(leadId).ifPresent(this::announce);
        } catch (RuntimeException failure) {
            LOG.error("The case of alert {} is escalated again in a moment: {}", leadId, StackOnly.of(failure));
        }
    }

    private void followUp(UUID leadId) {
        try {
            followUp.remind(leadId).ifPresent(alert -> {
                registry.counter("epro.notification.follow.ups.missing").increment();
                LOG.warn(
                        "Case {} was acknowledged, and neither assessed nor closed in time; people are called again",
                        alert.identity().caseNumber());
            });
        } catch (RuntimeException failure) {
            LOG.error("The case of alert {} is followed up again in a moment: {}", leadId, StackOnly.of(failure));
        }
    }

    private void announce(Alert alert) {
        String urgency = alert.status().urgency().name().toLowerCase(Locale.ROOT);
        registry.counter("epro.notification.escalations", "urgency", urgency).increment();
        LOG.warn(
                "Nobody has acknowledged case {} in time, the next have been told of alert {}",
                alert.identity().caseNumber(),
                alert.identity().alertId());
    }
}
