package epro.nmpa.journal;

import epro.schemas.codec.RegistryUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Opens the journal once the schema to write is registered; until then the service is not ready. */
@Component("journalStart")
class JournalStart implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(JournalStart.class);

    private final StatusEvents events;

    JournalStart(StatusEvents events) {
        this.events = events;
    }

    @Scheduled(fixedDelayString = "${epro.nmpa.start-interval:500ms}")
    synchronized void openOnce() {
        if (events.isPrepared()) {
            return;
        }
        try {
            events.prepare();
            LOG.info("The journal is open");
        } catch (RegistryUnavailable away) {
            LOG.warn("Nothing is written yet, the registry is asked again in a moment: {}", away.getMessage());
        }
    }

    @Override
    public Health health() {
        return (events.isPrepared() ? Health.up() : Health.down()).build();
    }
}
