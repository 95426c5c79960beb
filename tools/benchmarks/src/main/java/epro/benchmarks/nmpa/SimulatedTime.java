package epro.benchmarks.nmpa;

import epro.nmpa.quota.Later;
import epro.nmpa.quota.MonotonicTime;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that passes at once when somebody waits by it; what is due on the way is done first. For one thread. */
final class SimulatedTime implements MonotonicTime, Later {
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::number));
    private long now;
    private long numbers;

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public void pass(long nanos) {
        long end = now + nanos;
        while (!due.isEmpty() && due.peek().at() <= end) {
            step();
        }
        now = end;
    }

    @Override
    public void after(long nanos, Runnable work) {
        due.add(new Due(now + nanos, numbers++, work));
    }

    /** On to the next thing that is due. */
    void step() {
        Due next = due.remove();
        now = next.at();
        next.work().run();
    }

    private record Due(long at, long number, Runnable work) {}
}
