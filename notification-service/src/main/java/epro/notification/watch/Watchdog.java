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
 * Says which alerts that await an answer have reached nobody a minute after they were made. There ought to be none, ever. It looks
 * at what is open only, by index for one after the other (hence OFFSET 0), never at all that there has been.
 */
@Component
class Watchdog {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
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
                    .forEach(
                            alertId -> LOG.error("Alert {} has reached nobody; tell its site by other means", alertId));
        } catch (RuntimeException failure) {
            LOG.warn("Alerts are looked after again in a moment: {}", StackOnly.of(failure));
        }
    }

    List<UUID> find() {
        return jdbc.sql("""
            SELECT alert_id FROM alert WHERE awaits_answer AND NOT withdrawn AND (urgency_rank < 2 OR state = 'DETECTED')
                AND created_at < ? AND NOT EXISTS
                (SELECT FROM delivery WHERE delivery.alert_id = alert.alert_id AND delivery.state = 'DELIVERED' OFFSET 0)
            ORDER BY created_at LIMIT ?\
            """)
                .params(clock.instant().minus(PATIENCE).atOffset(ZoneOffset.UTC), COUNTED_AT_MOST)
                .query((row, _) -> row.getObject("alert_id", UUID.class))
                .list();
    }
}
