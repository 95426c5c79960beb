package epro.benchmarks.nmpa;

import epro.nmpa.quota.Quota;
import java.time.Duration;

/** The least time in which so many trials can be asked for within the quota. */
final class Bound {
    private Bound() {}

    /** T* = max(⌊(N−1)/r⌋·1 s + L, ⌈N/c⌉·L), in seconds. */
    static double seconds(int trials, Quota quota, Duration latency) {
        double each = latency.toNanos() / 1e9;
        double byStarts = Math.floorDiv(trials - 1, quota.startsPerSecond()) + each;
        double byConnections = Math.ceilDiv(trials, quota.connections()) * each;
        return Math.max(byStarts, byConnections);
    }

    /** The same for a client that keeps a jitter's distance from the quota. */
    static double guardedSeconds(int trials, Quota quota, Duration latency) {
        return seconds(trials, quota, latency) * quota.window().toNanos() / 1e9;
    }

    /** How many trials fit into so many seconds. */
    static int trialsWithin(double seconds, Quota quota, Duration latency) {
        int trials = quota.connections();
        while (guardedSeconds(trials + quota.connections(), quota, latency) <= seconds) {
            trials += quota.connections();
        }
        return trials;
    }
}
