package epro.cli.demo;

import epro.cli.demo.harm.Harm;
import java.util.List;

/**
 * The client's books against the log's and the database's.
 *
 * @param before the log's ends when the run began
 * @param after the log's ends when nothing was under way any more
 * @param differences where answer and database disagree about a single submission or record
 */
record Books(Tally client, LogEnds before, LogEnds after, Stored database, Differences differences, HarmSum harm) {

    /**
     * Suspected adverse events and who heard of them, as sums.
     *
     * @param overlooked alarming submissions in which nothing was found
     * @param undecided texts that the model has not decided on
     */
    record HarmSum(long overlooked, long suspected, long inApp, long twice, long undecided) {

        static HarmSum of(Harm harm, Verdicts verdicts, Ledger ledger) {
            return new HarmSum(
                    verdicts.overlooked(ledger, harm.submissionIds()),
                    harm.suspected().size(),
                    harm.alerts().inApp(),
                    harm.alerts().twice(),
                    harm.undecided());
        }
    }

    /**
     * Counted submission by submission.
     *
     * @param kept records named by a 202 that have their audit entry
     * @param lost submissions answered 202 that the database does not have
     * @param unannounced audit entries of records that no 202 named
     * @param unlike submissions that became something else than the script meant
     */
    record Differences(long kept, long lost, long unannounced, long unlike) {

        static Differences of(Verdicts verdicts, Ledger ledger) {
            return new Differences(
                    verdicts.kept(ledger),
                    verdicts.lost(ledger),
                    verdicts.unannounced(ledger),
                    verdicts.unlike(ledger));
        }
    }

    /** Two figures from different sources that must be the same. */
    record Line(String statement, long left, long right) {

        boolean balanced() {
            return left == right;
        }
    }

    /** Records in the log. */
    long logged() {
        return after.submitted() - before.submitted();
    }

    long unannounced() {
        return differences.unannounced();
    }

    long kept() {
        return differences.kept();
    }

    long lost() {
        return differences.lost();
    }

    /** The same again, whoever saw that: intake, which answered with the first one's place, or processing. */
    long duplicates() {
        return client.sharing() + database.duplicates();
    }

    /** Other content under an id, whoever saw that: intake, which refused it, or processing, which keeps it. */
    long conflicts() {
        return client.conflicting() + database.conflicts();
    }

    List<Line> lines() {
        return List.of(
                new Line(
                        "records named by an answer 202, plus audit entries that no answer names"
                                + " = records + rejections + duplicates + conflicts",
                        client.acknowledged() + unannounced(),
                        database.accountedFor()),
                new Line("records in the log = audit entries", logged(), database.entries()),
                new Line("CRF records = audit entries STORED", database.records(), database.entriesOf("STORED")),
                new Line("rejections = audit entries REJECTED", database.rejected(), database.entriesOf("REJECTED")),
                new Line("conflicts = audit entries CONFLICT", database.conflicts(), database.entriesOf("CONFLICT")),
                new Line("copies in the dead-letter topic = quarantined", deadLetters(), database.quarantined()),
                new Line(
                        "records without a 202, more than unknown answers and the producer's own repetitions explain",
                        excess(),
                        0),
                new Line("audit entries without an outcome on the topic", withoutOutcome(), 0),
                new Line("acknowledged and not in the database", lost(), 0),
                new Line("stored twice", database.twice(), 0),
                new Line("submissions without any final answer", unanswered(), 0),
                new Line("became something else than was meant", differences.unlike(), 0),
                new Line("alarming submissions in which nothing was found", harm.overlooked(), 0),
                new Line("texts without the model's decision", harm.undecided(), 0),
                new Line("suspected AEs = those with an alert in an inbox", harm.suspected(), harm.inApp()),
                new Line("suspected or alerted twice", harm.twice(), 0));
    }

    boolean balanced() {
        return lines().stream().allMatch(Line::balanced);
    }

    long outcomes() {
        return after.outcomes() - before.outcomes();
    }

    private long deadLetters() {
        return after.deadLetters() - before.deadLetters();
    }

    private long excess() {
        return Math.max(0, unannounced() - database.copies() - client.unknown());
    }

    /** Outcomes may repeat after a crash, and are never missing. */
    private long withoutOutcome() {
        return Math.max(0, database.entries() - outcomes());
    }

    private long unanswered() {
        return client.letters() - client.answered202() - client.conflicting();
    }
}
