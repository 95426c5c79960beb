package epro.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.cli.submission.Answer.Place;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks after what was answered 202. */
record ExactlyOnce(Database database) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Each of the study's submissions is stored once, and each acknowledged record has its one audit entry. */
    void of(String studyId, int submissions, List<Place> acknowledged) throws SQLException {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(receipts(studyId)).containsAll(acknowledged));
        assertThat(database.number("select count(*) from submission where study_id = ?", studyId))
                .isEqualTo(submissions);
        assertThat(database.number(
                        "select count(*) from crf_record join submission using (submission_key) where study_id = ?",
                        studyId))
                .isEqualTo(submissions);
        Map<String, Long> actions = database.actionsIn(studyId);
        assertThat(actions).containsEntry("STORED", (long) submissions);
        assertThat(actions.keySet()).isSubsetOf("STORED", "DUPLICATE");
    }

    /** How many records that were answered 202 have no audit entry now. */
    long lost(String studyId, List<Place> acknowledged) throws SQLException {
        Set<Place> receipts = Set.copyOf(receipts(studyId));
        return acknowledged.stream().filter(place -> !receipts.contains(place)).count();
    }

    private List<Place> receipts(String studyId) throws SQLException {
        return database.rows(
                "select e.partition, e.record_offset from audit_entry e"
                        + " join submission s on e.entity = s.submission_key::text where s.study_id = ?",
                row -> new Place(row.getInt(1), row.getLong(2)),
                studyId);
    }
}
