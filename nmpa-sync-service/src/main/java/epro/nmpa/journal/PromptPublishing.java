package epro.nmpa.journal;

import epro.lane.LaneNotPublished;
import epro.lane.LanePublisher;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends the events of trials soon after they were written. What fails is left to the sweep over all lanes, which says so: two
 * that try in turn would leave nobody else the lane's lock.
 */
@Component
class PromptPublishing {
    private static final Logger LOG = LoggerFactory.getLogger(PromptPublishing.class);

    private final LanePublisher publisher;
    private boolean leftToTheSweep;

    PromptPublishing(LanePublisher publisher) {
        this.publisher = publisher;
    }

    @Scheduled(fixedDelayString = "${epro.nmpa.publish-interval:250ms}")
    void publish() {
        try {
            boolean waiting = publisher.unpublished().contains(Journal.LANE);
            leftToTheSweep &= waiting;
            if (waiting && !leftToTheSweep) {
                publisher.publish(Journal.LANE);
            }
        } catch (SQLException | LaneNotPublished left) {
            leftToTheSweep = true;
            LOG.debug("Events of trials are left to the sweep: {}", left.toString());
        }
    }
}
