package epro.notification.journal;

import epro.keeper.LaneTransactions;
import epro.keeper.NotReadyYet;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Where every change of an alert or a contact goes through, one after the other, over all replicas.
 *
 * <ul>
 *   <li>What is done in one piece of work becomes visible as a whole, with its audit entries and events, or not at all.
 *   <li>Work sees everything that was written before it: whoever looks first and then writes, is never too late.
 *   <li>It is to be short, and never to wait for anything but the database: nobody else writes meanwhile.
 * </ul>
 */
@Component
public class Journal {
    /** The lane of alerts. */
    public static final String LANE = "alerts";

    private final LaneTransactions lanes;
    private final AlertTable table;
    private final AlertEvents events;
    private final InstantSource clock;

    Journal(LaneTransactions lanes, AlertTable table, AlertEvents events, InstantSource clock) {
        this.lanes = lanes;
        this.table = table;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes it ready to write.
     *
     * @throws epro.schemas.codec.RegistryUnavailable if the registry can't be asked for now
     */
    public void open() {
        events.prepare();
    }

    /**
     * Throws Spring's data access exceptions; nothing is left behind then.
     *
     * @throws NotReadyYet before it was opened
     */
    public <T> T write(Function<Changes, T> work) {
        events.requirePrepared();
        return lanes.append(LANE, (_, append) -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Changes changes = new Changes(append, table, events, now);
            T done = work.apply(changes);
            changes.write();
            return done;
        });
    }
}
