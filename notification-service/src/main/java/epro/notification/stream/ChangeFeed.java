package epro.notification.stream;

import epro.support.problem.StackOnly;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks for new changes, whichever replica made them, and hands them to all clients of this one. One thread asks the database,
 * however many clients there are.
 */
@Component
class ChangeFeed {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);
    private static final int SUBSCRIPTIONS_MAX = 500;
    private static final int SUBSCRIPTIONS_OF_ONE_MAX = 6;
    private static final int PAGE = 200;

    private final ChangeTable table;
    private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();
    private boolean closed;
    private long seen = -1;

    ChangeFeed(ChangeTable table) {
        this.table = table;
    }

    /**
     * Whoever leaves without saying so counts until the next sign of life that can't be sent to them.
     *
     * @param after the newest change before: what is older is not held for it, however far behind this feed is
     */
    synchronized Admission subscribe(String owner, Predicate<StreamedChange> visible, long after) {
        if (closed || subscriptions.size() >= SUBSCRIPTIONS_MAX) {
            return new Admission.NoneFree();
        }
        long own = subscriptions.stream().filter(other -> other.isOf(owner)).count();
        if (own >= SUBSCRIPTIONS_OF_ONE_MAX) {
            return new Admission.TooManyOfOne();
        }
        Subscription subscription = new Subscription(owner, visible, after);
        subscriptions.add(subscription);
        return new Admission.Admitted(subscription);
    }

    void leave(Subscription subscription) {
        subscription.end();
        subscriptions.remove(subscription);
    }

    @Scheduled(fixedDelayString = "${epro.notification.stream-interval:300ms}")
    void look() {
        try {
            hand();
        } catch (RuntimeException failure) {
            LOG.warn("Clients of the stream wait, the database is asked again in a moment: {}", StackOnly.of(failure));
        }
    }

    /** Before the server waits for open requests, which would never end by themselves. */
    @EventListener(ContextClosedEvent.class)
    synchronized void close() {
        closed = true;
        subscriptions.forEach(Subscription::end);
    }

    private void hand() {
        if (seen < 0) {
            seen = table.newest();
        }
        List<StreamedChange> changes;
        do {
            changes = table.after(seen, PAGE);
            for (StreamedChange change : changes) {
                subscriptions.forEach(subscription -> subscription.offer(change));
                seen = change.number();
            }
        } while (changes.size() == PAGE);
    }
}
