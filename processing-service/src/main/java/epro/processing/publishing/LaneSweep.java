package epro.processing.publishing;

import epro.lane.LaneNotPublished;
import epro.lane.LanePublisher;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Publishes what a crash left over, without waiting for the next submission. A lane that held something at two looks in
 * a row has nobody else who publishes it just now.
 */
@Component
final class LaneSweep {
    private static final Logger LOG = LoggerFactory.getLogger(LaneSweep.class);

    private final LanePublisher publisher;
    private Set<String> seenBefore = Set.of();

    LaneSweep(LanePublisher publisher) {
        this.publisher = publisher;
    }

    @Scheduled(fixedDelayString = "${epro.processing.sweep-interval:1s}")
    void sweep() {
        try {
            Set<String> unpublished = new HashSet<>(publisher.unpublished());
            Set<String> leftOver = new HashSet<>(unpublished);
            leftOver.retainAll(seenBefore);
            seenBefore = unpublished;
            for (String lane : leftOver) {
                publisher.publish(lane);
            }
        } catch (SQLException | LaneNotPublished failure) {
            LOG.warn("Lanes are left unpublished and tried again in a moment: {}", failure.toString());
        }
    }
}
