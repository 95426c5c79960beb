package epro.nmpa.journal;

import epro.keeper.LaneTransactions;
import epro.keeper.NotReadyYet;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Where every change of a trial's status, and whatever people do, goes through, one after the other, over all replicas. What is
 * done in one piece of work becomes visible as a whole, with its audit entries and events, or not at all. It is to be short, and
 * never to wait for anything but the database.
 */
@Component
public class Journal {
    /** The lane of trials. */
    public static final String LANE = "trials";

    private final LaneTransactions lanes;
    private final StatusEvents events;
    private final InstantSource clock;

    Journal(LaneTransactions lanes, StatusEvents events, InstantSource clock) {
        this.lanes = lanes;
        this.events = events;
        this.clock = clock;
    }

    /** Whether it can be written to. */
    public boolean isOpen() {
        return events.isPrepared();
    }

    /**
     * Throws Spring's data access exceptions; nothing is left behind then.
     *
     * @throws NotReadyYet before it was opened
     */
    public <T> T write(Function<Changes, T> work) {
        if (!isOpen()) {
            throw new NotReadyYet();
        }
        return lanes.append(LANE, (_, append) -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            return work.apply(new Changes(append, events, now));
        });
    }
}
