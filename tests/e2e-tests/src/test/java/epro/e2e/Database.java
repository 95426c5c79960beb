package epro.e2e;

import epro.stack.DatabaseAccess;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What stands in the database, read with the read-only login. */
public record Database(DatabaseAccess access) {

    /** Reads one value of a row. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What became of a submission's records, oldest first; that somebody read of it is recorded elsewhere. */
    public List<String> auditOf(String submissionKey) throws SQLException {
        return rows(
                "select action from audit_entry where entity = ? and topic_id is not null order by lane, sequence",
                row -> row.getString(1),
                submissionKey);
    }

    /** What became of the records of a study's submissions, and how often. */
    public Map<String, Long> actionsIn(String studyId) throws SQLException {
        Map<String, Long> actions = new TreeMap<>();
        rows(
                "select e.action, count(*) from audit_entry e join submission s on e.entity = s.submission_key::text"
                        + " where s.study_id = ? and e.topic_id is not null group by e.action",
                row -> actions.put(row.getString(1), row.getLong(2)),
                studyId);
        return actions;
    }

    long number(String sql, Object... parameters) throws SQLException {
        return rows(sql, row -> row.getLong(1), parameters).getFirst();
    }

    public <T> List<T> rows(String sql, Row<T> reading, Object... parameters) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (Connection connection = access.connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            ResultSet results = query.executeQuery();
            while (results.next()) {
                rows.add(reading.read(results));
            }
        }
        return rows;
    }
}
