package epro.keeper;

import static java.util.stream.Collectors.toMap;

import epro.support.problem.StackOnly;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * What stands in a topic and this service has not reached, counted without its consumers: all of them may run and none be given
 * anything, as where the group's coordinator is broken. It stands still once anything waits and nobody, in no replica, has got further
 * for a minute; where it can't be counted, what was counted last stands. Shown as {@code epro_records_waiting}.
 */
public final class Backlog {
    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);

    private final Admin admin;
    private final String topic;
    private final Reached reached;
    private final Standstill standstill;

    public Backlog(Admin admin, String topic, Reached reached, InstantSource clock, MeterRegistry meters) {
        this.admin = admin;
        this.topic = topic;
        this.reached = reached;
        this.standstill = new Standstill(clock);
        Gauge.builder("epro.records.waiting", standstill, Standstill::waiting)
                .description("Records that stand in the topic and no replica has reached")
                .tag("topic", topic)
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${epro.backlog.interval:15s}")
    public void look() {
        try {
            standstill.note(count());
        } catch (RuntimeException | ExecutionException | TimeoutException failure) {
            LOG.warn("What waits in {} is counted again in a moment: {}", topic, StackOnly.of(failure));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        if (standsStill()) {
            LOG.warn(
                    "{} records of {} wait and nobody has got further since {}: if the consumers run, look at the group's coordinator",
                    standstill.waiting(),
                    topic,
                    standstill.since());
        }
    }

    /** Whether something waits, and nobody has got further for a minute. */
    public boolean standsStill() {
        return standstill.lasts();
    }

    private Standstill.Count count() throws ExecutionException, InterruptedException, TimeoutException {
        Map<Integer, Long> positions = reached.offsets();
        List<TopicPartition> partitions = partitions();
        Map<TopicPartition, Long> first = offsets(partitions, OffsetSpec.earliest());
        long waiting = 0;
        long taken = 0;
        for (Map.Entry<TopicPartition, Long> end :
                offsets(partitions, OffsetSpec.latest()).entrySet()) {
            long beginning = first.getOrDefault(end.getKey(), 0L);
            long next = positions.getOrDefault(end.getKey().partition(), 0L);
            waiting += Math.max(0, end.getValue() - Math.max(beginning, next));
            taken += next;
        }
        return new Standstill.Count(waiting, taken);
    }

    private List<TopicPartition> partitions() throws ExecutionException, InterruptedException {
        return admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                .flatMap(described -> described.partitions().stream())
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        return admin
                .listOffsets(partitions.stream().collect(toMap(partition -> partition, _ -> which)))
                .all()
                .get()
                .entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, offset -> offset.getValue().offset()));
    }

    /** How far a service has got with a topic, as whoever keeps that knows it. */
    @FunctionalInterface
    public interface Reached {

        /** The next offset by partition; a partition that nobody has begun with is absent. */
        Map<Integer, Long> offsets() throws ExecutionException, InterruptedException, TimeoutException;
    }
}
