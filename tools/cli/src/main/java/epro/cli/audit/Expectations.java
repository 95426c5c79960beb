package epro.cli.audit;

import epro.lane.Checkpoint;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks for the checkpoints that somebody wrote down among those that are there. */
final class Expectations {

    private final List<Expectation> expected;
    private final Set<Expectation> met = new HashSet<>();
    private final Set<Expectation> contradicted = new HashSet<>();

    Expectations(List<Expectation> expected) {
        this.expected = List.copyOf(expected);
    }

    void see(Checkpoint checkpoint) {
        for (Expectation one : expected) {
            if (one.isMetBy(checkpoint)) {
                met.add(one);
            } else if (one.isNamedBy(checkpoint)) {
                contradicted.add(one);
            }
        }
    }

    /** Those that were not seen: another stands under their number, or none does. */
    List<Verdict.Finding> findings() {
        return expected.stream()
                .filter(one -> !met.contains(one))
                .map(one -> new Verdict.Finding(
                        "checkpoints/" + one.service().text(),
                        one.number(),
                        contradicted.contains(one) ? "checkpoint-differs" : "expected-checkpoint-missing",
                        one.service().text(),
                        null))
                .toList();
    }
}
