package epro.cli.demo.harm;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Reads in the databases of processing and notification what became of one run's suspected adverse events. */
public final class HarmBooks {
    /** The run's suspected adverse events, each at its highest revision. */
    private static final String RUN = """
            WITH run AS (
                SELECT a.*, s.submission_id FROM processing.adverse_event a
                JOIN processing.submission s USING (submission_key)
                WHERE starts_with(s.submission_id, ?) AND NOT EXISTS (
                    SELECT FROM processing.adverse_event later WHERE later.ae_id = a.ae_id AND later.revision > a.revision))
            """;

    private static final String SUSPECTED = RUN + """
            SELECT ae_id, submission_id, coalesce(run.grade::text, 'none'), run.urgency, f.detected_at,
                ARRAY(SELECT json_array_elements_text(run.sources))
            FROM run JOIN processing.adverse_event f USING (ae_id) WHERE f.revision = 1""";
    private static final String DELIVERED = RUN + """
            SELECT d.channel, count(*) FROM run JOIN notification.alert USING (ae_id)
            JOIN notification.delivery d USING (alert_id) WHERE d.state = 'DELIVERED' GROUP BY 1""";
    private static final String IN_APP = RUN + """
            SELECT count(DISTINCT ae_id) FROM run JOIN notification.alert n USING (ae_id)
            JOIN notification.delivery d USING (alert_id)
            WHERE d.state = 'DELIVERED' AND d.channel = 'in-app' AND n.revision >= run.revision""";
    private static final String TWICE = RUN + """
            SELECT (SELECT coalesce(sum(n - 1), 0) FROM (
                    SELECT count(*) AS n FROM run JOIN notification.alert USING (ae_id) GROUP BY ae_id) of_one)
                + (SELECT coalesce(sum(n - 1), 0) FROM (
                    SELECT count(*) AS n FROM run GROUP BY submission_key, term->>'system', term->>'code') of_term)""";
    private static final String PENDING_DELIVERIES = RUN + """
            SELECT count(*) FROM run JOIN notification.alert USING (ae_id)
            JOIN notification.delivery d USING (alert_id) WHERE d.state = 'PENDING'""";
    private static final String UNDECIDED = """
            SELECT count(*) FROM processing.assessment a JOIN processing.submission s USING (submission_key)
            WHERE starts_with(s.submission_id, ?) AND a.state <> 'DECIDED'""";

    private final Connection connection;
    private final String run;

    /**
     * Of one run.
     *
     * @param run the name that the ids of its submissions begin with
     */
    public HarmBooks(Connection connection, String run) {
        this.connection = connection;
        this.run = run + "-";
    }

    /** What stands there now, with the mails that came during the run. */
    public Harm count(Mails mails) throws SQLException {
        return new Harm(suspected(), alerts(), number(UNDECIDED), mails);
    }

    /** Whether the model has decided on every text, every suspected adverse event has its alert, and no delivery is pending. */
    public boolean settled() throws SQLException {
        return number(UNDECIDED) == 0
                && number(PENDING_DELIVERIES) == 0
                && number(IN_APP) == number(RUN + "SELECT count(*) FROM run");
    }

    private Alerts alerts() throws SQLException {
        Map<String, Long> delivered = new TreeMap<>();
        try (PreparedStatement query = ofRun(DELIVERED);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                delivered.put(rows.getString(1), rows.getLong(2));
            }
        }
        return new Alerts(delivered, number(IN_APP), number(TWICE));
    }

    private List<Suspected> suspected() throws SQLException {
        List<Suspected> suspected = new ArrayList<>();
        try (PreparedStatement query = ofRun(SUSPECTED);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                suspected.add(new Suspected(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        List.of((String[]) row.getArray(6).getArray()),
                        row.getObject(5, OffsetDateTime.class).toInstant()));
            }
        }
        return suspected;
    }

    private long number(String sql) throws SQLException {
        try (PreparedStatement query = ofRun(sql);
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private PreparedStatement ofRun(String sql) throws SQLException {
        PreparedStatement query = connection.prepareStatement(sql);
        query.setString(1, run);
        return query;
    }
}
