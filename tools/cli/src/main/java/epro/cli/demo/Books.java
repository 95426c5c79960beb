package epro.cli.demo;

import java.util.List;
import java.util.stream.Stream;

/**
 * The client's books against the log's and the database's.
 *
 * @param before the log's ends when the run began
 * @param after the log's ends when nothing was under way any more
 * @param lost acknowledged records without an audit entry
 * @param unlike submissions that became something else than the script meant
 */
record Books(Tally client, LogEnds before, LogEnds after, Stored database, long lost, long unlike) {

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

    /** Records that stand in the log though no 202 ever named them: their answer never came, or they are copies. */
    long unannounced() {
        return logged() - client.acknowledged();
    }

    List<Line> lines() {
        return List.of(
                new Line(
                        "answers 202, less those that share a record, plus records whose answer never came"
                                + " = records + rejections + duplicates + conflicts",
                        client.answered202() - client.sharing() + unannounced(),
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
                new Line("acknowledged and not in the database", lost, 0),
                new Line("stored twice", database.twice(), 0),
                new Line("submissions without any final answer", unanswered(), 0),
                new Line("became something else than was meant", unlike, 0));
    }

    boolean balanced() {
        return lines().stream().allMatch(Line::balanced);
    }

    Stream<Line> unbalanced() {
        return lines().stream().filter(line -> !line.balanced());
    }

    long outcomes() {
        return after.outcomes() - before.outcomes();
    }

    private long deadLetters() {
        return after.deadLetters() - before.deadLetters();
    }

    private long excess() {
        return unannounced() < 0 ? -unannounced() : Math.max(0, unannounced() - database.copies() - client.unknown());
    }

    /** Outcomes may repeat after a crash, and are never missing. */
    private long withoutOutcome() {
        return Math.max(0, database.entries() - outcomes());
    }

    private long unanswered() {
        return client.letters() - client.answered202();
    }
}
