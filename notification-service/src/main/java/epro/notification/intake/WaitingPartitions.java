package epro.notification.intake;

import epro.keeper.Backlog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * The partitions whose next report can't be taken for now. Whoever waits says so: at once, every half minute again, and by
 * the service's health once it takes longer than a minute, or once reports stand in the log and no replica gets any further. It
 * stays ready meanwhile, so that people can acknowledge what they know of.
 */
@Component("partitions")
class WaitingPartitions implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(WaitingPartitions.class);
    private static final Duration SAY_AGAIN_AFTER = Duration.ofSeconds(30);
    private static final Duration TOO_LONG = Duration.ofMinutes(1);

    private final Backlog backlog;
    private final InstantSource clock;
    private final Map<TopicPartition, Wait> waits = new ConcurrentHashMap<>();

    WaitingPartitions(Backlog backlog, InstantSource clock) {
        this.backlog = backlog;
        this.clock = clock;
    }

    void failed(TopicPartition partition, Throwable failure) {
        Instant now = clock.instant();
        Wait before = waits.get(partition);
        if (before == null || !now.isBefore(before.saidAt().plus(SAY_AGAIN_AFTER))) {
            Instant since = before == null ? now : before.since();
            waits.put(partition, new Wait(since, now));
            LOG.warn(
                    "{} waits since {} and is tried again, nothing is given up; mend the cause: {}",
                    partition,
                    since,
                    ReportNotTaken.describe(failure));
        }
    }

    void passed(TopicPartition partition) {
        Wait wait = waits.remove(partition);
        if (wait != null) {
            LOG.info("{} goes on after it waited since {}", partition, wait.since());
        }
    }

    /** They are someone else's now, or come anew. */
    void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(waits::remove);
    }

    @Override
    public Health health() {
        return (tooLong() || backlog.standsStill() ? Health.down() : Health.up()).build();
    }

    boolean tooLong() {
        Instant limit = clock.instant().minus(TOO_LONG);
        return waits.values().stream().anyMatch(wait -> wait.since().isBefore(limit));
    }

    private record Wait(Instant since, Instant saidAt) {}
}
