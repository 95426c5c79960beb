package epro.intake.buffer;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The submissions on their way to the log. Safe for any number of threads.
 *
 * <ul>
 *   <li>{@link #offer} never blocks: it neither waits for room nor for the broker.
 *   <li>At no time are more than {@code capacity} submissions or {@code bytesMax} bytes on their way.
 *   <li>A permit is held from the offer to the sender's callback, and only that frees it: a caller that stops waiting
 *       frees nothing. A second callback for the same send changes nothing; a send that throws has had its callback.
 *   <li>At most one send per submission key is on its way: an equal one shares it, another one is refused.
 *   <li>What was acknowledged lately is not sent again: an equal one is told the first one's place, also while nothing else
 *       is taken for want of room or of a broker; another one is refused.
 *   <li>Every accepted offer's delivery completes exactly once, and never while the lock is held.
 *   <li>After {@link #close} nothing is accepted; what is on its way still completes.
 * </ul>
 */
public final class SubmissionBuffer implements AutoCloseable {
    private final int capacity;
    private final long bytesMax;
    private final SubmissionSender sender;
    private final LongSupplier nanoTime;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<UUID, Permit> onTheirWay = new LinkedHashMap<>();
    private final DrainRate drainRate = new DrainRate(new SplittableRandom());
    private final BrokerWatch broker;
    private final Crowd crowd;
    private final Memory memory;
    private long bytes;
    private volatile boolean closed;

    public SubmissionBuffer(BufferSettings settings, SubmissionSender sender) {
        this(settings, sender, System::nanoTime);
    }

    SubmissionBuffer(BufferSettings settings, SubmissionSender sender, LongSupplier nanoTime) {
        this.capacity = settings.capacity();
        this.bytesMax = settings.bytesMax().toBytes();
        this.sender = sender;
        this.nanoTime = nanoTime;
        this.broker = new BrokerWatch(nanoTime.getAsLong());
        this.crowd = new Crowd(nanoTime.getAsLong());
        this.memory = new Memory(settings);
    }

    /** Sends this submission, or says at once why not. */
    public Offer offer(EncodedSubmission submission) {
        var permit = Permit.of(submission, nanoTime.getAsLong());
        var refusal = locked(() -> takeOrRefuse(permit));
        if (refusal != null) {
            return refusal;
        }
        try {
            sender.send(submission, delivery -> release(permit, delivery));
        } catch (RuntimeException e) {
            release(permit, new Delivery.Unknown());
        } catch (Error e) {
            release(permit, new Delivery.Unknown());
            throw e;
        }
        return permit.accepted(Offer.Twin.NONE);
    }

    /**
     * What to say to whoever comes now without reading what they bring: nothing, unless there is no room, and 16 were read within this
     * sixteenth of a second only to be refused. Who is told so learns nothing of an equal one that was sent before. Also nothing once it is closed, for
     * that is what they are to be told then.
     */
    public Optional<Offer.Full> unread() {
        return Optional.ofNullable(locked(() -> {
            long now = nanoTime.getAsLong();
            boolean isFull = onTheirWay.size() >= capacity && !closed;
            return isFull && crowd.isTooDense(now) ? full(oldestWaited(now), now) : null;
        }));
    }

    /** Refuses every later offer. */
    @Override
    public void close() {
        locked(() -> closed = true);
    }

    public boolean isClosed() {
        return closed;
    }

    public int size() {
        return locked(onTheirWay::size);
    }

    /** For how many more there is room, as long as their bytes find it too. */
    public int free() {
        return capacity - size();
    }

    public long bytes() {
        return locked(() -> bytes);
    }

    /** How long the oldest has been on its way; zero if none is. */
    public Duration oldest() {
        return Duration.ofNanos(locked(() -> oldestWaited(nanoTime.getAsLong())));
    }

    private @Nullable Offer takeOrRefuse(Permit permit) {
        if (closed) {
            return new Offer.Closed();
        }
        var known = knownAlready(permit);
        if (known != null) {
            return known;
        }
        long oldestWaited = oldestWaited(permit.takenAt());
        if (broker.refuses(oldestWaited, permit.takenAt())) {
            return new Offer.Unreachable();
        }
        if (onTheirWay.size() >= capacity || bytes + permit.bytes() > bytesMax) {
            crowd.read(permit.takenAt());
            return full(oldestWaited, permit.takenAt());
        }
        onTheirWay.put(permit.submission().submissionKey(), permit);
        bytes += permit.bytes();
        return null;
    }

    private Offer.Full full(long oldestWaited, long now) {
        return new Offer.Full(drainRate.untilDrained(onTheirWay.size(), crowd.refused(now), oldestWaited, now));
    }

    private @Nullable Offer knownAlready(Permit permit) {
        var submission = permit.submission();
        var twin = onTheirWay.get(submission.submissionKey());
        if (twin != null) {
            return twin.submission().contentHash().equals(submission.contentHash())
                    ? twin.accepted(Offer.Twin.ON_ITS_WAY)
                    : new Offer.Conflicting();
        }
        var acknowledged = memory.recall(submission.submissionKey(), permit.takenAt());
        return acknowledged == null ? null : acknowledged.answer(submission);
    }

    private void release(Permit permit, Delivery delivery) {
        boolean held = locked(() -> giveBack(permit, delivery));
        if (held) {
            permit.delivery().complete(delivery);
        }
    }

    private boolean giveBack(Permit permit, Delivery delivery) {
        if (!onTheirWay.remove(permit.submission().submissionKey(), permit)) {
            return false;
        }
        bytes -= permit.bytes();
        long now = nanoTime.getAsLong();
        drainRate.drained(now);
        if (delivery instanceof Delivery.Acknowledged place) {
            broker.acknowledged(now);
            memory.remember(permit.submission(), place, now);
        }
        return true;
    }

    private long oldestWaited(long now) {
        var permits = onTheirWay.values().iterator();
        return permits.hasNext() ? now - permits.next().takenAt() : 0;
    }

    private <T extends @Nullable Object> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
