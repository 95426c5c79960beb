package epro.cli.chaos.judge;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import epro.cli.chaos.traffic.Attempt;
import epro.cli.submission.Answer.Place;
import epro.schemas.Topics;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;

/** Everything there is to compare of one run. */
record Books(
        String study,
        List<Attempt> ledger,
        List<LoggedRecord> log,
        List<Published> outcomes,
        List<DeadLetter> deadLetters,
        List<Receipt> receipts,
        Map<String, Stored> stored,
        Harm harm,
        Loose loose) {

    /**
     * What needs no comparison with the ledger, but for the hashes.
     *
     * @param rows where the conflicts and the quarantined records come from, by the action of their entries
     */
    record Loose(
            List<String> conflictingHashes,
            Map<String, Set<Place>> rows,
            List<String> brokenLinks,
            List<String> unanchored) {}

    /** Where the topics ended when the run began. */
    record Beginnings(
            SortedMap<Integer, Long> submissions,
            SortedMap<Integer, Long> outcomes,
            SortedMap<Integer, Long> deadLetters,
            SortedMap<Integer, Long> adverseEvents) {

        static Beginnings of(Log log) {
            return new Beginnings(
                    log.ends(Topics.SUBMISSIONS),
                    log.ends(Topics.OUTCOMES),
                    log.ends(Topics.SUBMISSIONS_DLT),
                    log.ends(Topics.ADVERSE_EVENTS));
        }
    }

    static Books read(String study, List<Attempt> ledger, Log log, Beginnings from, Connection database)
            throws InterruptedException, SQLException {
        Tables tables = new Tables(database);
        HarmTables harm = new HarmTables(database);
        List<String> broken = new ArrayList<>();
        for (String schema : Tables.SCHEMAS) {
            tables.brokenLinks(schema).forEach(link -> broken.add(schema + " " + link));
        }
        return new Books(
                study,
                ledger,
                log.submissions(from.submissions()),
                log.outcomes(from.outcomes()),
                log.deadLetters(from.deadLetters()),
                tables.receipts(from.submissions()),
                tables.stored(study).stream().collect(toMap(Stored::submissionId, Function.identity())),
                new Harm(
                        harm.revisions(study),
                        log.revisions(from.adverseEvents(), study),
                        harm.wrongAlerts(study),
                        harm.wrongAssessments(study),
                        harm.heard(study)),
                new Loose(
                        tables.conflictingHashes(study),
                        tables.rows(from.submissions()),
                        List.copyOf(broken),
                        tables.unanchored()));
    }

    Map<String, List<Attempt>> attemptsById() {
        return ledger.stream().collect(groupingBy(attempt -> attempt.message().submissionId()));
    }

    Map<Place, List<Receipt>> receiptsByPlace() {
        return receipts.stream().collect(groupingBy(Receipt::place));
    }

    /** The run's own records by submission id. */
    Map<String, List<LoggedRecord>> logById() {
        return log.stream()
                .filter(record -> study.equals(record.studyId()))
                .collect(groupingBy(record -> String.valueOf(record.submissionId())));
    }
}
