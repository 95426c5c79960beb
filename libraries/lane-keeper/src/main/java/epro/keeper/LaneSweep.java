package epro.keeper;

import epro.lane.LaneNotPublished;
import epro.lane.LanePublisher;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Publishes what a crash left over, without waiting for the next submission. A lane that held something at two looks in a row,
 * and was published no further between them, has nobody else who publishes it just now.
 */
final class LaneSweep {
    private static final Logger LOG = LoggerFactory.getLogger(LaneSweep.class);

    private final LanePublisher publisher;
    private Map<String, Long> seenBefore = Map.of();

    LaneSweep(LanePublisher publisher) {
        this.publisher = publisher;
    }

    @Scheduled(fixedDelayString = "${epro.lanes.sweep-interval:1s}")
    void sweep() {
        try {
            Map<String, Long> unpublished = publisher.unpublished();
            Set<Map.Entry<String, Long>> leftOver = new HashSet<>(unpublished.entrySet());
            leftOver.retainAll(seenBefore.entrySet());
            seenBefore = unpublished;
            leftOver.forEach(lane -> publish(lane.getKey()));
        } catch (SQLException failure) {
            LOG.warn("Lanes are looked at again in a moment, the database refused: {}", failure.toString());
        }
    }

    /** One lane that can't be published keeps no other from it. */
    private void publish(String lane) {
        try {
            publisher.publish(lane);
        } catch (SQLException failure) {
            LOG.warn("{} is tried again in a moment, the database refused: {}", lane, failure.toString());
        } catch (LaneNotPublished failure) {
            LOG.warn("{} is tried again in a moment: {}", lane, failure.toString());
        }
    }
}
