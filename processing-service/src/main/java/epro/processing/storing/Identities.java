package epro.processing.storing;

import epro.processing.proof.TextArrays;
import epro.processing.proof.UtcText;
import epro.processing.reading.Evaluation;
import epro.processing.reading.ReadRecord.Evaluated;
import epro.schemas.event.SubmissionReceived;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The table of submissions' identities: who was here first, under which content. */
final class Identities {
    private static final String CLAIM = """
            INSERT INTO submission (submission_key, patient_key, submission_id, study_id, site_id, patient_id, form_id,
                form_version, content_hash, state, topic, topic_id, partition, record_offset, completed_at,
                completed_instant, received_at, stored_at)
            SELECT a::uuid, b::uuid, c, d, e, f, g, h, i, j, k, l, m::integer, n::bigint, o, p::timestamptz,
                q::timestamptz, r::timestamptz
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                AS t (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r)
            ORDER BY 1
            ON CONFLICT DO NOTHING
            RETURNING submission_key""";
    private static final String LOOK_UP =
            "SELECT submission_key, content_hash, state, revision FROM submission WHERE submission_key = ANY (?::uuid[])";
    private static final String REVISE = """
            UPDATE submission s SET state = t.state, revision = t.revision::integer, form_version = t.form_version,
                topic = t.topic, topic_id = t.topic_id, partition = t.partition::integer,
                record_offset = t.record_offset::bigint, stored_at = t.stored_at::timestamptz
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) AS t
                (submission_key, state, revision, form_version, topic, topic_id, partition, record_offset, stored_at)
            WHERE s.submission_key = t.submission_key::uuid""";

    private Identities() {}

    /**
     * Claims the identity of every record whose key is still free, the first of a batch for each key.
     *
     * @return the identities that stood there before, by key
     */
    static Map<UUID, Identity> claim(Connection connection, List<Evaluated> records, String topic, Instant now)
            throws SQLException {
        Map<UUID, Evaluated> candidates = new LinkedHashMap<>();
        records.forEach(record -> candidates.putIfAbsent(record.submission().key(), record));
        if (candidates.isEmpty()) {
            return new HashMap<>();
        }
        insert(connection, candidates, topic, now);
        return candidates.isEmpty() ? new HashMap<>() : lookUp(connection, candidates.keySet());
    }

    /** Inserts the candidates and leaves those that were not inserted. */
    private static void insert(Connection connection, Map<UUID, Evaluated> candidates, String topic, Instant now)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CLAIM)) {
            bind(statement, candidates.values(), columns(topic, now));
            try (ResultSet inserted = statement.executeQuery()) {
                while (inserted.next()) {
                    candidates.remove(inserted.getObject(1, UUID.class));
                }
            }
        }
    }

    private static List<Function<Evaluated, @Nullable Object>> columns(String topic, Instant now) {
        return List.of(
                r -> r.submission().key().toString(),
                r -> r.submission().patientKey().toString(),
                r -> event(r).getSubmissionId(),
                r -> event(r).getStudyId(),
                r -> event(r).getSiteId(),
                r -> event(r).getPatientId(),
                r -> event(r).getFormId(),
                r -> r.evaluation().formVersion(),
                r -> event(r).getContentHash(),
                r -> stateOf(r.evaluation()),
                _ -> topic,
                r -> r.raw().position().topicId(),
                r -> Integer.toString(r.raw().position().partition()),
                r -> Long.toString(r.raw().position().offset()),
                r -> event(r).getCompletedAt(),
                r -> UtcText.ofNullable(r.submission().completedAt()),
                r -> UtcText.of(event(r).getReceivedAt()),
                _ -> UtcText.of(now));
    }

    private static Map<UUID, Identity> lookUp(Connection connection, Collection<UUID> keys) throws SQLException {
        Map<UUID, Identity> known = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(LOOK_UP)) {
            statement.setArray(1, connection.createArrayOf("uuid", keys.toArray()));
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    var identity = new Identity(result.getString(2), result.getString(3), result.getInt(4));
                    known.put(result.getObject(1, UUID.class), identity);
                }
            }
        }
        return known;
    }

    /**
     * Other evaluations of the same submissions take the place of the present ones.
     *
     * @param revisions the number of each, by the record that it evaluates; one record for a submission
     */
    static void revise(Connection connection, Map<Evaluated, Integer> revisions, String topic, Instant now)
            throws SQLException {
        if (revisions.isEmpty()) {
            return;
        }
        List<Function<Evaluated, @Nullable Object>> columns = List.of(
                r -> r.submission().key().toString(),
                r -> stateOf(r.evaluation()),
                r -> String.valueOf(revisions.get(r)),
                r -> r.evaluation().formVersion(),
                _ -> topic,
                r -> r.raw().position().topicId(),
                r -> Integer.toString(r.raw().position().partition()),
                r -> Long.toString(r.raw().position().offset()),
                _ -> UtcText.of(now));
        try (PreparedStatement statement = connection.prepareStatement(REVISE)) {
            bind(statement, revisions.keySet(), columns);
            statement.executeUpdate();
        }
    }

    static String stateOf(Evaluation evaluation) {
        return switch (evaluation) {
            case Evaluation.Valid _ -> Identity.STORED;
            case Evaluation.Invalid _ -> Identity.REJECTED;
        };
    }

    private static SubmissionReceived event(Evaluated record) {
        return record.submission().event();
    }

    private static void bind(
            PreparedStatement statement,
            Collection<Evaluated> records,
            List<Function<Evaluated, @Nullable Object>> columns)
            throws SQLException {
        TextArrays<Evaluated> arrays = new TextArrays<>(statement, records);
        int parameter = 1;
        for (Function<Evaluated, @Nullable Object> column : columns) {
            arrays.set(parameter++, column);
        }
    }
}
