package epro.notification.intake;

import epro.keeper.ContainerStart;
import epro.notification.journal.Journal;
import epro.schemas.Topics;
import epro.schemas.codec.RecordCodec;
import epro.schemas.codec.RegistryUnavailable;
import epro.schemas.event.SuspectedAdverseEvent;
import epro.support.problem.StackOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Starts consuming once the schemas to write are registered; until then, and whenever a container does not run, the intake is
 * not ready.
 */
@Component("intake")
class IntakeStart implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeStart.class);

    private final KafkaListenerEndpointRegistry listeners;
    private final RecordCodec codec;
    private final Journal journal;
    private volatile boolean started;

    IntakeStart(KafkaListenerEndpointRegistry listeners, RecordCodec codec, Journal journal) {
        this.journal = journal;
        this.listeners = listeners;
        this.codec = codec;
    }

    @Scheduled(fixedDelayString = "${epro.notification.start-interval:500ms}")
    synchronized void startOnce() {
        if (started) {
            return;
        }
        try {
            codec.prepare(Topics.ADVERSE_EVENTS, SuspectedAdverseEvent.getClassSchema());
            journal.open();
        } catch (RegistryUnavailable away) {
            LOG.warn("Nothing is consumed yet, the registry is asked again in a moment: {}", away.getMessage());
            return;
        }
        try {
            ContainerStart.start(container());
        } catch (RuntimeException unreachable) {
            LOG.warn("Nothing is consumed yet, Kafka is looked for again in a moment: {}", StackOnly.of(unreachable));
            return;
        }
        started = true;
        LOG.info("Consuming {}", Topics.ADVERSE_EVENTS);
    }

    @Override
    public Health health() {
        MessageListenerContainer container = container();
        boolean runs = started && container.isRunning() && container.isInExpectedState();
        return (runs ? Health.up() : Health.down()).build();
    }

    private MessageListenerContainer container() {
        MessageListenerContainer container = listeners.getListenerContainer(ReportListener.ID);
        if (container == null) {
            throw new IllegalStateException("no listener " + ReportListener.ID);
        }
        return container;
    }
}
