package epro.notification.watch;

import epro.support.problem.StackOnly;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Says which alerts that await an answer have reached nobody a minute after they became as urgent as they are. There ought to be
 * none, ever. What is EMERGENCY or URGENT has reached somebody when, in its case, a message outside of the inbox has arrived that
 * was as urgent, or a person has opened an alert as urgent; a notice in an inbox that nobody looks at is not enough. It looks at what
 * is open only, by index for one after the other (hence OFFSET 0), never at all that there has been.
 */
@Component
class Watchdog {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final String UNHEARD = """
        SELECT alert_id FROM alert WHERE awaits_answer AND NOT withdrawn AND (urgency_rank < 2 OR state = 'DETECTED')
            AND created_at < :before
            AND NOT EXISTS (SELECT FROM alert_change AS rise WHERE rise.alert_id = alert.alert_id AND rise.at >= :before
                AND rise.action IN ('REVISED', 'RAISED') OFFSET 0)
            AND NOT EXISTS (SELECT FROM alert AS same JOIN delivery USING (alert_id) WHERE same.lead_id = alert.lead_id
                AND delivery.state = 'DELIVERED' AND delivery.channel <> 'in-app'
                AND delivery.urgency IN (alert.urgency, 'EMERGENCY') OFFSET 0)
            AND NOT EXISTS (SELECT FROM alert AS same JOIN alert_change AS seen USING (alert_id)
                WHERE same.lead_id = alert.lead_id AND seen.action = 'SEEN' AND seen.urgency IN (alert.urgency, 'EMERGENCY') OFFSET 0)
        ORDER BY created_at LIMIT :most\
        """;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int COUNTED_AT_MOST = 1_000;
    private static final int SAID_AT_MOST = 20;

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final AtomicInteger unheard;

    Watchdog(JdbcClient jdbc, InstantSource clock, MeterRegistry registry) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.unheard = registry.gauge("epro.notification.alerts.unheard", new AtomicInteger());
    }

    @Scheduled(fixedDelayString = "${epro.notification.watchdog-interval:30s}")
    void look() {
        try {
            List<UUID> found = find();
            unheard.set(found.size());
            found.stream()
                    .limit(SAID_AT_MOST)
                    .forEach(alertId -> LOG.error(
                            "Alert {} has reached nobody, by no message and in no inbox; tell its site by other means",
                            alertId));
        } catch (RuntimeException failure) {
            LOG.warn("Alerts are looked after again in a moment: {}", StackOnly.of(failure));
        }
    }

    List<UUID> find() {
        return jdbc.sql(UNHEARD)
                .param("before", clock.instant().minus(PATIENCE).atOffset(ZoneOffset.UTC))
                .param("most", COUNTED_AT_MOST)
                .query((row, _) -> row.getObject("alert_id", UUID.class))
                .list();
    }
}
