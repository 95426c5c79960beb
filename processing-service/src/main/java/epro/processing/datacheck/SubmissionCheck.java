package epro.processing.datacheck;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Every submission's present state is that of a proven row, to which its identity belongs. */
record SubmissionCheck(Connection connection, Progress progress) {

    private static final int GROUP = 2_000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String SUBMISSIONS = """
            SELECT s.submission_key, p.submission_key IS NOT NULL AS found,
                (s.content_hash, s.form_id, s.topic_id, s.partition, s.record_offset,
                    s.submission_id, s.study_id, s.site_id, s.patient_id)
                IS NOT DISTINCT FROM
                (p.content_hash, p.form_id, p.topic_id, p.partition, p.record_offset, said ->> 'submissionId',
                    said ->> 'studyId', said ->> 'siteId', said ->> 'patientId') AS same
            FROM (SELECT * FROM submission WHERE submission_key > ? ORDER BY submission_key LIMIT ?) s
            LEFT JOIN LATERAL (
                SELECT submission_key, content_hash, form_id, topic_id, partition, record_offset, context
                FROM crf_record r
                WHERE s.state = 'STORED' AND r.submission_key = s.submission_key AND r.stored_at = s.stored_at
                    AND r.revision = s.revision
                UNION ALL
                SELECT submission_key, content_hash, form_id, topic_id, partition, record_offset, context
                FROM rejection r
                WHERE s.state = 'REJECTED' AND r.submission_key = s.submission_key AND r.revision = s.revision) p ON true
            LEFT JOIN LATERAL CAST(replace(p.context::text, '\\u0000', '\\ufffd') AS json) AS said ON true
            ORDER BY s.submission_key""";

    void run() throws SQLException, InterruptedException {
        UUID last = BEFORE_ALL;
        UUID next = group(last);
        while (!next.equals(last)) {
            Interruption.check();
            last = next;
            next = group(last);
        }
    }

    /** Compares the submissions after the given key and returns the last of them, or the same key if there is none. */
    private UUID group(UUID after) throws SQLException {
        UUID last = after;
        try (PreparedStatement select = connection.prepareStatement(SUBMISSIONS)) {
            select.setObject(1, after);
            select.setInt(2, GROUP);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    last = row.getObject(1, UUID.class);
                    compare(last, row.getBoolean("found"), row.getBoolean("same"));
                }
            }
        }
        return last;
    }

    private void compare(UUID key, boolean found, boolean same) {
        if (!found) {
            progress.found(Code.ROW_WITHOUT_ENTRY, key.toString(), "submission without the record of its state");
        } else if (!same) {
            progress.found(Code.ROW_ALTERED, key.toString(), "submission differs from the record of its state");
        }
    }
}
