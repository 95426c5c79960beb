package epro.benchmarks.nmpa;

import java.util.ArrayList;
import java.util.List;

/** Writes down when the regulator noticed what, and counts afterwards, with no idea of how the client keeps to the quota. */
final class Witness {
    private static final long SECOND = 1_000_000_000;

    private final List<Long> starts = new ArrayList<>();
    private final List<Long> opened = new ArrayList<>();
    private final List<Long> closed = new ArrayList<>();

    void started(long at) {
        starts.add(at);
    }

    void open(long from, long until) {
        opened.add(from);
        closed.add(until);
    }

    int requests() {
        return starts.size();
    }

    /** The most starts in any second; one exactly a second old counts no more. */
    int startsMost() {
        List<Long> sorted = starts.stream().sorted().toList();
        int most = 0;
        int first = 0;
        for (int last = 0; last < sorted.size(); last++) {
            while (sorted.get(last) - sorted.get(first) >= SECOND) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    /** The most connections at once; one that is closed at the moment at which another is opened counts no more. */
    int openMost() {
        List<Long> begins = opened.stream().sorted().toList();
        List<Long> ends = closed.stream().sorted().toList();
        int most = 0;
        int over = 0;
        for (int begun = 0; begun < begins.size(); begun++) {
            while (ends.get(over) <= begins.get(begun)) {
                over++;
            }
            most = Math.max(most, begun - over + 1);
        }
        return most;
    }

    /** How far the quota was exceeded: 0 if it was kept. */
    int violations(int startsAllowed, int connectionsAllowed) {
        return Math.max(0, startsMost() - startsAllowed) + Math.max(0, openMost() - connectionsAllowed);
    }
}
