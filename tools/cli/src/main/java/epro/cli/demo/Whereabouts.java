package epro.cli.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What the database holds of one run's submissions. */
record Whereabouts(Map<String, Made> bySubmissionId) {

    /** What a submission's first evaluation made of it, and when that was stored. */
    record Made(String state, Instant storedAt) {}

    /** @param run the name that all ids of the run begin with */
    static Whereabouts of(Connection connection, String run) throws SQLException {
        String sql = "select submission_id, state, stored_at from submission where starts_with(submission_id, ?)";
        Map<String, Made> made = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, run + "-");
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                Timestamp storedAt = rows.getTimestamp(3);
                made.put(rows.getString(1), new Made(rows.getString(2), storedAt.toInstant()));
            }
        }
        return new Whereabouts(made);
    }
}
