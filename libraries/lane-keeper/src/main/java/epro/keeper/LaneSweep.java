package epro.keeper;

import epro.lane.LaneNotPublished;
import epro.lane.LanePublisher;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Publishes what a crash left over, without waiting for the next submission. A lane that held something at two looks in
 * a row has nobody else who publishes it just now.
 */
final class LaneSweep {
    private static final Logger LOG = LoggerFactory.getLogger(LaneSweep.class);

    private final LanePublisher publisher;
    private Set<String> seenBefore = Set.of();

    LaneSweep(LanePublisher publisher) {
        this.publisher = publisher;
    }

    @Scheduled(fixedDelayString = "${epro.lanes.sweep-interval:1s}")
    void sweep() {
        try {
            Set<String> unpublished = new HashSet<>(publisher.unpublished());
            Set<String> leftOver = new HashSet<>(unpublished);
            leftOver.retainAll(seenBefore);
            seenBefore = unpublished;
            leftOver.forEach(this::publish);
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
