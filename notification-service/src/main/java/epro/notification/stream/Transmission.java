package epro.notification.stream;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one client first what it missed, then what comes, each change once and in order. The subscription was there before the
 * table was read, so that nothing falls between the two; what is in both is known by its number. A quiet client hears how far it
 * has been looked, and does not come back to where it last heard something.
 */
final class Transmission {
    private static final Logger LOG = LoggerFactory.getLogger(Transmission.class);
    private static final Duration LOOK_FOR_THE_END = Duration.ofMillis(500);
    private static final int PAGE = 200;

    private final ChangeTable table;
    private final Subscription subscription;
    private final EventWriter writer;
    private final Duration heartbeat;
    private long sent;
    private long spokenAt = System.nanoTime();

    Transmission(ChangeTable table, Subscription subscription, EventWriter writer, Duration heartbeat) {
        this.heartbeat = heartbeat;
        this.table = table;
        this.subscription = subscription;
        this.writer = writer;
    }

    /** Returns when the client has left, was too slow, has listened long enough, or the service stops. */
    void send(long after, Duration longest) throws InterruptedException {
        sent = after;
        long end = System.nanoTime() + longest.toNanos();
        try {
            writer.begin();
            replay();
            while (!subscription.hasEnded() && System.nanoTime() < end) {
                sendNext();
            }
        } catch (IOException left) {
            LOG.debug("A client has left the stream: {}", left.toString());
        }
    }

    private void replay() throws IOException {
        List<StreamedChange> missed;
        do {
            missed = table.after(sent, PAGE);
            for (StreamedChange change : missed) {
                send(change, subscription.shows(change));
            }
        } while (missed.size() == PAGE && !subscription.hasEnded());
    }

    private void sendNext() throws IOException, InterruptedException {
        long through = subscription.offeredThrough();
        Optional<StreamedChange> next = subscription.next(LOOK_FOR_THE_END);
        if (next.isPresent() && next.get().isAfter(sent)) {
            send(next.get(), true);
        } else if (System.nanoTime() - spokenAt > heartbeat.toNanos()) {
            sent = Math.max(sent, next.isEmpty() ? through : sent);
            writer.heartbeat(sent);
            spokenAt = System.nanoTime();
        }
    }

    private void send(StreamedChange change, boolean visible) throws IOException {
        if (visible) {
            writer.change(change);
            spokenAt = System.nanoTime();
        }
        sent = change.number();
    }
}
