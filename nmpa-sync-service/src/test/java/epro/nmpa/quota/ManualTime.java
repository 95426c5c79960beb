package epro.nmpa.quota;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that passes when a test says so, or at once when somebody waits by it; what is due by then is done. */
public final class ManualTime implements MonotonicTime, Later {
    private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparingLong(Due::at));
    private long now;

    public ManualTime(long start) {
        this.now = start;
    }

    @Override
    public synchronized long nanos() {
        return now;
    }

    @Override
    public synchronized void pass(long nanos) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        advance(Duration.ofNanos(nanos));
    }

    @Override
    public synchronized void after(long nanos, Runnable work) {
        due.add(new Due(now + nanos, work));
    }

    public synchronized void advance(Duration span) {
        now += span.toNanos();
        while (!due.isEmpty() && due.peek().at() <= now) {
            due.remove().work().run();
        }
    }

    private record Due(long at, Runnable work) {}
}
