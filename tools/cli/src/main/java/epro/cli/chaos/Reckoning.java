package epro.cli.chaos;

import epro.cli.chaos.fault.Strike;
import epro.cli.chaos.judge.Invariant;
import epro.cli.chaos.judge.Judge.Verdict;
import epro.cli.chaos.judge.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is found when a run is over. That something does not come back, or can't be read any more, is found as well.
 *
 * @param restless what had not become quiet in time, and what did not come back
 */
record Reckoning(List<String> restless, List<Strike> strikes) {

    /** Compares the books. */
    @FunctionalInterface
    interface Judging {
        Verdict verdict() throws Exception;
    }

    /** Verifies chains and checkpoints, and tells the places that do not hold. */
    @FunctionalInterface
    interface Audit {
        List<String> faults() throws Exception;
    }

    Verdict of(Judging judging, Audit audit) throws InterruptedException {
        List<Violation> more = new ArrayList<>();
        restless.forEach(what -> more.add(restless(what)));
        Verdict verdict = Verdict.NONE;
        try {
            verdict = judging.verdict();
            audit.faults().forEach(fault -> more.add(new Violation(Invariant.I7, fault, "found by audit verify")));
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            more.add(restless("what there is can't be read: " + e));
        }
        Stream<Violation> wrong = strikes.stream()
                .flatMap(strike ->
                        strike.wrong().stream().map(what -> new Violation(Invariant.I9, strike.fault(), what)));
        return verdict.with(Stream.concat(more.stream(), wrong).toList());
    }

    private static Violation restless(String what) {
        return new Violation(Invariant.I13, "the system", what);
    }
}
