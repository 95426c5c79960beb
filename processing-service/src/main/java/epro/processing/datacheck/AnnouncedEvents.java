package epro.processing.datacheck;

import epro.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * The ids of the events that stand on the topic of suspected adverse events. They are read in shares by hash, each a walk
 * along the whole topic, so that memory is bounded however long the topic is; up to a quarter of a million are one share.
 */
class AnnouncedEvents {
    private static final int SHARE_MAX = 250_000;
    /** The clocks of broker and database may differ, and records go while the data check runs. */
    private static final Duration MARGIN = Duration.ofHours(1);

    private final WholeTopic topic;
    private final Log log;
    private final InstantSource clock;
    private final int shareMax;

    AnnouncedEvents(WholeTopic topic, Log log, InstantSource clock) {
        this(topic, log, clock, SHARE_MAX);
    }

    /** @param shareMax how many ids are held at once, about */
    AnnouncedEvents(WholeTopic topic, Log log, InstantSource clock, int shareMax) {
        this.topic = topic;
        this.log = log;
        this.clock = clock;
        this.shareMax = shareMax;
    }

    /**
     * Some of the ids.
     *
     * @param number from 0 on
     */
    record Share(int number, int of) {
        boolean holds(UUID id) {
            return Math.floorMod(id.getLeastSignificantBits(), of) == number;
        }
    }

    /** In how many shares the topic is read. */
    int shares() {
        return Math.toIntExact(topic.extent().records() / shareMax + 1);
    }

    /** What was announced from then on must be there; what is older may have been deleted, if anything has been. */
    Instant keptSince() throws ExecutionException, TimeoutException, InterruptedException {
        if (topic.extent().fromTheFirst()) {
            return Instant.MIN;
        }
        Optional<Duration> retention = log.retention(Topics.ADVERSE_EVENTS);
        return retention.map(kept -> clock.instant().minus(kept).plus(MARGIN)).orElse(Instant.MIN);
    }

    /** The ids of one share; a record without an id is a finding of the first. */
    Set<UUID> read(Share share, Progress progress) throws SQLException, InterruptedException, TimeoutException {
        Set<UUID> ids = new HashSet<>();
        topic.read(record -> {
            UUID id = eventId(record);
            if (id != null && share.holds(id)) {
                ids.add(id);
            } else if (id == null && share.number() == 0) {
                String place = record.topic() + "/" + record.partition() + "/" + record.offset();
                progress.found(Code.EVENT_WITHOUT_ROW, place, "an event without an id");
            }
        });
        return ids;
    }

    private static @Nullable UUID eventId(ConsumerRecord<byte[], byte[]> record) {
        Header id = record.headers().lastHeader("ce_id");
        try {
            return id == null ? null : UUID.fromString(new String(id.value(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }
}
