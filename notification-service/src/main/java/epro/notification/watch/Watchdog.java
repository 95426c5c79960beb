package epro.notification.watch;

import epro.support.problem.StackOnly;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Says which alerts have reached nobody a minute after they were made. There ought to be none, ever. */
@Component
class Watchdog {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOKS_BACK = Duration.ofDays(30);
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
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return jdbc.sql("""
                        SELECT alert_id FROM alert WHERE created_at BETWEEN ? AND ? AND NOT EXISTS
                            (SELECT 1 FROM delivery WHERE delivery.alert_id = alert.alert_id AND delivery.state = 'DELIVERED')
                        ORDER BY created_at""")
                .params(now.minus(LOOKS_BACK), now.minus(PATIENCE))
                .query((row, _) -> row.getObject("alert_id", UUID.class))
                .list();
    }
}
