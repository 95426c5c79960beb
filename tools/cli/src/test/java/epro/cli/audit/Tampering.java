package epro.cli.audit;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * What somebody does to the scene's chains, and what a verification has to say then.
 *
 * @param findings lane, sequence and code of each
 * @param beyond lane, first and last sequence of each end of a lane that is not yet anchored
 */
record Tampering(String name, Act act, List<String> findings, List<String> beyond) {

    private static final List<String> ELSEWHERE = List.of(AuditScene.RECEIPTS + " 7-8", "alerts 3-3");

    /** Nothing found yet, and what was written last not yet anchored, as before. */
    static Tampering of(String name, Act act) {
        return new Tampering(name, act, List.of(), List.of()).leaves("assessment 9-12", "operations 4-4");
    }

    Tampering found(String... expected) {
        return new Tampering(name, act, List.of(expected), beyond);
    }

    /** In the lanes {@code assessment} and {@code operations}; the others are as before. */
    Tampering leaves(String... expected) {
        return new Tampering(
                name,
                act,
                findings,
                Stream.concat(Stream.of(expected), ELSEWHERE.stream()).toList());
    }

    /** In all lanes. */
    Tampering leavesOnly(String... expected) {
        return new Tampering(name, act, findings, List.of(expected));
    }

    static List<String> findings(Verdict verdict) {
        return verdict.findings().stream()
                .map(finding -> "%s %d %s".formatted(finding.lane(), finding.sequence(), finding.code()))
                .toList();
    }

    static List<String> beyond(Verdict verdict) {
        return verdict.services().stream()
                .flatMap(service -> service.beyond().stream())
                .map(tail -> "%s %d-%d".formatted(tail.lane(), tail.from(), tail.through()))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }

    /** How it is done. */
    interface Act {
        void on(AuditedDatabase database) throws SQLException;
    }
}
