package epro.processing.datacheck;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a data check has come and what it has found. The worker writes, the heartbeat reads; of each code the first
 * {@value #LISTED} findings are kept and all are counted.
 */
final class Progress {

    static final int LISTED = 100;

    /**
     * What is to be noted down.
     *
     * @param fresh findings that were in no report before
     */
    record Report(String stage, Map<String, Long> compared, Map<String, Long> found, List<Finding> fresh) {}

    private final Map<Counted, Long> compared = new EnumMap<>(Counted.class);
    private final Map<Code, Long> found = new EnumMap<>(Code.class);
    private final List<Finding> fresh = new ArrayList<>();
    private String stage = "waiting";

    /** A stage begins; what it counts has been compared from now on, if only none. */
    synchronized void stage(String name, Counted... counts) {
        stage = name;
        for (Counted count : counts) {
            compared.putIfAbsent(count, 0L);
        }
    }

    synchronized void compared(Counted count, long more) {
        compared.merge(count, more, Long::sum);
    }

    synchronized void found(Code code, String subject, String detail) {
        if (found.merge(code, 1L, Long::sum) <= LISTED) {
            fresh.add(new Finding(code, subject, detail));
        }
    }

    synchronized boolean clean() {
        return found.isEmpty();
    }

    /** Gives the fresh findings away. */
    synchronized Report report() {
        Map<String, Long> counts = new TreeMap<>();
        compared.forEach((count, number) -> counts.put(count.text(), number));
        Map<String, Long> codes = new TreeMap<>();
        found.forEach((code, number) -> codes.put(code.text(), number));
        List<Finding> given = List.copyOf(fresh);
        fresh.clear();
        return new Report(stage, counts, codes, given);
    }

    /** A report that could not be noted down: its findings are fresh again. */
    synchronized void takeBack(Report report) {
        fresh.addAll(0, report.fresh());
    }
}
