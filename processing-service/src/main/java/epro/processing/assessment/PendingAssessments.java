package epro.processing.assessment;

import epro.processing.harm.FreeText;
import epro.processing.harm.HarmReading;
import epro.processing.proof.TextArrays;
import epro.processing.suspicion.Subject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Notes what the model is to be asked, within the transaction that stores the submission. */
@Component
public class PendingAssessments {
    private static final String INSERT =
            """
            INSERT INTO assessment AS a (assessment_id, submission_key, content_hash, record_state, priority, language,
                texts, model, version, lane, outbox_end, requested_at, due_at)
            SELECT gen_random_uuid(), asked.*, common.*, common.requested_at
            FROM unnest(?::uuid[], ?::text[], ?::text[], ?::smallint[], ?::text[], ?::json[]) AS asked,
                (SELECT ?, ?, ?, ?::bigint, ?::timestamptz) AS common (model, version, lane, outbox_end, requested_at)
            ORDER BY 2
            ON CONFLICT ON CONSTRAINT assessment_once DO UPDATE
                SET record_state = excluded.record_state, priority = greatest(a.priority, excluded.priority),
                    texts = excluded.texts, language = excluded.language,
                    lane = excluded.lane, outbox_end = excluded.outbox_end,
            """ + Again.where("(a.state = 'FAILED' OR a.texts::text <> excluded.texts::text)", "excluded.due_at") + """
            WHERE a.state = 'PENDING' OR excluded.record_state <> 'CONFLICT'""";
    private static final String TEXTS_GONE = """
            UPDATE assessment a SET record_state = anew.record_state,
            """ + Again.where("a.state = 'FAILED'", "?::timestamptz") + """
            FROM unnest(?::uuid[], ?::text[], ?::text[]) AS anew (submission_key, content_hash, record_state)
            WHERE a.submission_key = anew.submission_key AND a.content_hash = anew.content_hash""";

    private final ModelSettings model;

    PendingAssessments(ModelSettings model) {
        this.model = model;
    }

    /**
     * What may have to be asked about.
     *
     * @param revision how often the submission was evaluated
     * @param priority the higher the sooner
     */
    public record Question(
            Subject subject,
            String contentHash,
            @Nullable String language,
            HarmReading harm,
            int revision,
            int priority) {

        private List<FreeText> texts() {
            return harm.texts();
        }

        private boolean isAnew() {
            return revision > 1;
        }

        private Key key() {
            return new Key(subject.submissionKey(), contentHash);
        }
    }

    private record Key(UUID submissionKey, String contentHash) {}

    /**
     * Notes those questions that have texts, if any model is known. The same question again, of a submission that was
     * evaluated anew, takes over how that came out; it is asked once more if it was given up before, or if its form shows
     * other texts now.
     *
     * @param outboxEnd of the lane; they are asked once it is published so far
     */
    public void insert(Connection connection, List<Question> questions, String lane, long outboxEnd, Instant now)
            throws SQLException {
        Map<Key, Question> asked = new LinkedHashMap<>();
        Map<Key, Question> withoutTexts = new LinkedHashMap<>();
        for (Question question : questions) {
            if (!question.texts().isEmpty()) {
                asked.put(question.key(), question);
            } else if (question.isAnew()) {
                withoutTexts.put(question.key(), question);
            }
        }
        if (!asked.isEmpty() && model.isKnown()) {
            insert(connection, asked.values(), new Common(lane, outboxEnd, now));
        }
        if (!withoutTexts.isEmpty()) {
            takeOver(connection, withoutTexts.values(), now);
        }
    }

    private record Common(String lane, long outboxEnd, Instant now) {}

    private void insert(Connection connection, Collection<Question> asked, Common common) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            TextArrays<Question> columns = new TextArrays<>(insert, asked);
            columns.set(1, question -> question.subject().submissionKey());
            columns.set(2, Question::contentHash);
            columns.set(3, question -> question.subject().recordState());
            columns.set(4, Question::priority);
            columns.set(5, Question::language);
            columns.set(6, question -> TextJson.write(question.texts()));
            insert.setString(7, model.name());
            insert.setString(8, model.version());
            insert.setString(9, common.lane());
            insert.setLong(10, common.outboxEnd());
            insert.setObject(11, common.now().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    /** Of those whose form shows no text any more: what the model was asked before they had one stays asked. */
    private static void takeOver(Connection connection, Collection<Question> anew, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(TEXTS_GONE)) {
            TextArrays<Question> columns = new TextArrays<>(update, anew);
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            columns.set(2, question -> question.subject().submissionKey());
            columns.set(3, Question::contentHash);
            columns.set(4, question -> question.subject().recordState());
            update.executeUpdate();
        }
    }
}
