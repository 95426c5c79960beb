package epro.cli.chaos.judge;

import epro.schemas.Topics;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;

/** Waits until nothing is under way any more: what is in the log is stored, published, decided and alerted. */
public final class Quiet {

    private static final Duration BOUND = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final String UNDER_WAY = """
            SELECT concat_ws(', ',
                (SELECT count(*) || ' lanes unpublished' FROM (
                    SELECT FROM processing.lane WHERE published_through < outbox_end UNION ALL
                    SELECT FROM notification.lane WHERE published_through < outbox_end) l HAVING count(*) > 0),
                (SELECT count(*) || ' assessments pending' FROM processing.assessment a
                    WHERE state = 'PENDING' HAVING count(*) > 0),
                (SELECT count(*) || ' suspected adverse events without an alert' FROM (
                    SELECT DISTINCT a.ae_id FROM processing.adverse_event a JOIN processing.submission s USING (submission_key)
                    WHERE s.study_id = ? AND NOT EXISTS (SELECT FROM notification.alert n
                        WHERE n.ae_id = a.ae_id AND n.revision >= a.revision)) a HAVING count(*) > 0),
                (SELECT count(*) || ' rejections not replayed though their form is there'
                    FROM processing.rejection r JOIN processing.submission s USING (submission_key, revision)
                    WHERE s.study_id = ? AND s.state = 'REJECTED' AND r.unknown_form AND EXISTS (
                        SELECT FROM processing.form f WHERE f.id = r.form_id
                            AND f.version = coalesce(r.form_version, f.version)) HAVING count(*) > 0))""";

    private final Connector database;
    private final Function<String, SortedMap<Integer, Long>> ends;
    private final Duration bound;

    /** Opens a connection for reading. */
    @FunctionalInterface
    public interface Connector {
        Connection connect() throws SQLException;
    }

    public Quiet(Connector database, Log log) {
        this(database, log::ends, BOUND);
    }

    /** @param ends of a topic, by partition */
    Quiet(Connector database, Function<String, SortedMap<Integer, Long>> ends, Duration bound) {
        this.database = database;
        this.ends = ends;
        this.bound = bound;
    }

    /**
     * Returns when it is quiet, or after two minutes.
     *
     * @return what was still under way then; empty if nothing
     */
    public Optional<String> await(String study, SortedMap<Integer, Long> from) throws InterruptedException {
        long deadline = System.nanoTime() + bound.toNanos();
        String now = "";
        String before = "never looked";
        boolean quiet = false;
        while (!quiet && System.nanoTime() < deadline) {
            Thread.sleep(PAUSE);
            now = underWay(study, from);
            quiet = now.isEmpty() && before.isEmpty();
            before = now;
        }
        return quiet ? Optional.empty() : Optional.of(now);
    }

    private String underWay(String study, SortedMap<Integer, Long> from) {
        long logged;
        try {
            logged = logged(from);
        } catch (KafkaException _) {
            return "the broker does not answer";
        }
        try (Connection connection = database.connect()) {
            long entries = new Tables(connection).receipts(from).size();
            if (entries < logged) {
                return "%d of %d records have no receipt".formatted(logged - entries, logged);
            }
            List<String> unanchored = new Tables(connection).unanchored();
            if (!unanchored.isEmpty()) {
                return "lanes beyond their last checkpoint: " + unanchored;
            }
            try (PreparedStatement query = connection.prepareStatement(UNDER_WAY)) {
                query.setString(1, study);
                query.setString(2, study);
                ResultSet row = query.executeQuery();
                row.next();
                return Objects.toString(row.getString(1), "");
            }
        } catch (SQLException e) {
            return "the database does not answer";
        }
    }

    private long logged(SortedMap<Integer, Long> from) {
        return ends.apply(Topics.SUBMISSIONS).entrySet().stream()
                .mapToLong(end -> end.getValue() - from.getOrDefault(end.getKey(), 0L))
                .sum();
    }
}
