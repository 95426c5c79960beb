package epro.intake.buffer;

import java.time.Duration;

/**
 * Whether the broker answers. It counts as unreachable once the oldest send is over a second old and nothing was
 * acknowledged in that second; from then on one submission a second is let through as a probe, and the first
 * acknowledgement ends it. Confined to the buffer's lock.
 */
final class BrokerWatch {
    private static final long SILENCE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long PROBE_NANOS = Duration.ofSeconds(1).toNanos();

    private boolean unreachable;
    private long acknowledgedAt;
    private long probedAt;

    BrokerWatch(long now) {
        acknowledgedAt = now;
    }

    void acknowledged(long now) {
        acknowledgedAt = now;
        unreachable = false;
    }

    /** Whether to refuse a submission now; a submission that is let through while the broker is unreachable is the probe. */
    boolean refuses(long oldestWaitedNanos, long now) {
        if (!unreachable && oldestWaitedNanos > SILENCE_NANOS && now - acknowledgedAt > SILENCE_NANOS) {
            unreachable = true;
            probedAt = now;
        }
        if (unreachable && now - probedAt >= PROBE_NANOS) {
            probedAt = now;
            return false;
        }
        return unreachable;
    }
}
