package epro.benchmarks.intake;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.AtomicHistogram;
import org.HdrHistogram.Histogram;

/** What came back in one measurement, and how late it was. Thread-safe while it is written. */
final class Served {
    private static final int ACCEPTED = 202;
    private static final int REFUSED = 503;
    static final int TOO_OFTEN = 429;
    private static final long LONGEST = TimeUnit.MINUTES.toNanos(2);
    private static final int DIGITS = 3;

    private final AtomicHistogram accepted = new AtomicHistogram(LONGEST, DIGITS);
    private final AtomicHistogram refused = new AtomicHistogram(LONGEST, DIGITS);
    private final AtomicHistogram lateness = new AtomicHistogram(LONGEST, DIGITS);
    private final Map<Integer, LongAdder> others = new ConcurrentHashMap<>();

    /** @param nanos from when it ought to have been sent, or from when it was */
    void answered(int status, long nanos) {
        switch (status) {
            case ACCEPTED -> accepted.recordValue(Math.min(nanos, LONGEST));
            case REFUSED -> refused.recordValue(Math.min(nanos, LONGEST));
            default -> others.computeIfAbsent(status, _ -> new LongAdder()).increment();
        }
    }

    /** It was sent so much later than it was due and a connection was free for it. */
    void late(long nanos) {
        lateness.recordValue(Math.clamp(nanos, 0, LONGEST));
    }

    long accepted() {
        return accepted.getTotalCount();
    }

    long refused() {
        return refused.getTotalCount();
    }

    long all() {
        return accepted()
                + refused()
                + others().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Neither accepted nor refused for want of room, by status; 0 where the connection broke. */
    Map<Integer, Long> others() {
        return others.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, other -> other.getValue().sum()));
    }

    boolean onlyAccepted() {
        return accepted() > 0 && refused() == 0 && others().isEmpty();
    }

    double acceptedMs(double percentile) {
        return millis(accepted, percentile);
    }

    double refusedMs(double percentile) {
        return millis(refused, percentile);
    }

    double lateMs(double percentile) {
        return millis(lateness, percentile);
    }

    private static double millis(Histogram histogram, double percentile) {
        return histogram.getTotalCount() == 0 ? 0 : histogram.getValueAtPercentile(percentile) / 1e6;
    }
}
