package epro.notification.stream;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * What one client has still to be sent.
 *
 * <ul>
 *   <li>Holds a bounded number of changes. Who falls further behind is dropped, and comes back for the rest by its last event id.
 *   <li>Never delays whoever offers.
 *   <li>Once it has ended, nothing more comes out of it than that.
 * </ul>
 */
final class Subscription {
    private static final int CAPACITY = 256;

    private final BlockingQueue<StreamedChange> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final String owner;
    private final Predicate<StreamedChange> visible;
    private final long after;
    private volatile long offered;
    private volatile boolean ended;

    /** @param after the number of the last change that is none of its business: it was there before */
    Subscription(String owner, Predicate<StreamedChange> visible, long after) {
        this.owner = owner;
        this.visible = visible;
        this.after = after;
    }

    boolean isOf(String other) {
        return owner.equals(other);
    }

    /** The number of the last change that was looked at for it: whatever it shows up to there has been put in. */
    long offeredThrough() {
        return offered;
    }

    boolean shows(StreamedChange change) {
        return visible.test(change);
    }

    void offer(StreamedChange change) {
        if (!ended && change.isAfter(after) && shows(change) && !queue.offer(change)) {
            end();
        }
        offered = change.number();
    }

    void end() {
        ended = true;
    }

    boolean hasEnded() {
        return ended;
    }

    /** The next change; empty if none came in this time or it has ended. */
    Optional<StreamedChange> next(Duration longest) throws InterruptedException {
        return Optional.ofNullable(queue.poll(longest.toNanos(), TimeUnit.NANOSECONDS))
                .filter(_ -> !ended);
    }
}
