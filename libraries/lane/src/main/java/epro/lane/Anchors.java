package epro.lane;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Looks up, in groups, whether the entries that checkpoints name are there with the hashes that they name. What is wrong at the
 * end of a lane is reported as lost if a new epoch follows, which only a restore opens, and entry by entry if none does.
 */
final class Anchors {

    private static final int GROUP = 1_000;

    private final ChainSource chains;
    private final Consumer<ChainFinding> findings;
    private final Map<String, ChainHead> newest = new TreeMap<>();
    private final Map<String, Ground> grounds = new TreeMap<>();
    private final List<ChainHead> waiting = new ArrayList<>(GROUP);

    Anchors(ChainSource chains, Consumer<ChainFinding> findings) {
        this.chains = chains;
        this.findings = findings;
    }

    /** A lane that has not moved since the checkpoint before is not looked up again. */
    void add(ChainHead head) throws SQLException {
        if (head.equals(newest.get(head.lane()))) {
            return;
        }
        newest.merge(head.lane(), head, (known, next) -> next.sequence() > known.sequence() ? next : known);
        waiting.add(head);
        if (waiting.size() == GROUP) {
            lookUp();
        }
    }

    /** Of the newest epoch. */
    Map<String, Long> newest() {
        Map<String, Long> sequences = new TreeMap<>();
        newest.forEach((lane, head) -> sequences.put(lane, head.sequence()));
        return sequences;
    }

    void endEpoch() throws SQLException {
        lookUp();
        grounds.values().forEach(Ground::lose);
        newest.clear();
    }

    void end() throws SQLException {
        lookUp();
        grounds.values().forEach(Ground::report);
    }

    private void lookUp() throws SQLException {
        if (waiting.isEmpty()) {
            return;
        }
        Map<Integer, ChainFault> faults = chains.lookUp(waiting);
        for (int place = 0; place < waiting.size(); place++) {
            ChainHead head = waiting.get(place);
            Ground ground = grounds.computeIfAbsent(head.lane(), Ground::new);
            ChainFault fault = faults.get(place);
            if (fault == null) {
                ground.stands(head.sequence());
            } else {
                ground.doubts.add(new ChainFinding(head.lane(), head.sequence(), fault));
            }
        }
        waiting.clear();
    }

    /** One lane: how far it is known to stand, and what was found wrong after that. */
    private final class Ground {
        private final String lane;
        private final List<ChainFinding> doubts = new ArrayList<>();
        private long standsThrough;

        Ground(String lane) {
            this.lane = lane;
        }

        /** An entry that stands after one that does not: that was no loss of an end. */
        void stands(long sequence) {
            doubts.stream().filter(doubt -> doubt.sequence() < sequence).forEach(findings);
            doubts.removeIf(doubt -> doubt.sequence() < sequence);
            standsThrough = Math.max(standsThrough, sequence);
        }

        void report() {
            doubts.forEach(findings);
            doubts.clear();
        }

        void lose() {
            doubts.stream()
                    .mapToLong(ChainFinding::sequence)
                    .max()
                    .ifPresent(last ->
                            findings.accept(new ChainFinding(lane, standsThrough + 1, ChainFault.TAIL_LOST, last)));
            doubts.clear();
        }
    }
}
