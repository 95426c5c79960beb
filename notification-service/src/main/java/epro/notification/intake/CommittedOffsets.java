package epro.notification.intake;

import static java.util.stream.Collectors.toMap;

import epro.keeper.Backlog;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/**
 * How far the group has got, as its coordinator knows it. One that does not answer is what this looks out for: then what it
 * last said stands, and what has come since waits.
 */
@Component
class CommittedOffsets implements Backlog.Reached {
    private static final Logger LOG = LoggerFactory.getLogger(CommittedOffsets.class);
    private static final long ANSWERED_WITHIN_SECONDS = 10;

    private final Admin admin;
    private final String group;
    private Map<Integer, Long> known = Map.of();

    CommittedOffsets(Admin admin, KafkaProperties kafka) {
        this.admin = admin;
        this.group = Objects.requireNonNull(kafka.getConsumer().getGroupId());
    }

    @Override
    public synchronized Map<Integer, Long> offsets() throws InterruptedException {
        try {
            known = committed();
        } catch (ExecutionException | TimeoutException silent) {
            LOG.warn(
                    "The coordinator of {} does not say how far it has got ({})",
                    group,
                    silent.getClass().getSimpleName());
        }
        return known;
    }

    private Map<Integer, Long> committed() throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(ANSWERED_WITHIN_SECONDS, TimeUnit.SECONDS);
        return committed.entrySet().stream()
                .filter(next -> next.getValue() != null)
                .collect(toMap(
                        next -> next.getKey().partition(),
                        next -> next.getValue().offset()));
    }
}
