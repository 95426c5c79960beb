package epro.e2e.realdata;

import epro.e2e.Database;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** What became of the trial's submissions, as the database has it. */
final class Fates {

    private static final String FIRST_REASON =
            "(select r->>'code' from rejection j, json_array_elements(j.reasons) r where j.submission_key = s.submission_key"
                    + " and j.revision = s.revision and upper(r->>'severity') = 'ERROR' limit 1)";

    private Fates() {}

    /** By submission id: the state, and the first reason that rejects. */
    static Map<String, Prediction> in(Database database, String studyId) throws SQLException {
        Map<String, Prediction> fates = new HashMap<>();
        database.rows(
                "select s.submission_id, s.state, " + FIRST_REASON + " from submission s where s.study_id = ?",
                row -> fates.put(row.getString(1), new Prediction(row.getString(2), row.getString(3))),
                studyId);
        return fates;
    }
}
