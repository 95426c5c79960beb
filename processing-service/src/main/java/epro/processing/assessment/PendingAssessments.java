package epro.processing.assessment;

import epro.processing.harm.FreeText;
import epro.processing.harm.HarmReading;
import epro.processing.suspicion.Subject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Notes what the model is to be asked, within the transaction that stores the submission. */
@Component
public class PendingAssessments {
    private static final String INSERT = """
            INSERT INTO assessment (assessment_id, submission_key, record_state, content_hash, model, version, priority,
                language, texts, lane, outbox_end, requested_at, due_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?, ?, ?)
            ON CONFLICT ON CONSTRAINT assessment_once DO UPDATE
                SET record_state = excluded.record_state, priority = greatest(assessment.priority, excluded.priority)
                WHERE assessment.state = 'PENDING'""";

    private final ModelSettings model;

    PendingAssessments(ModelSettings model) {
        this.model = model;
    }

    /**
     * What may have to be asked about.
     *
     * @param priority the higher the sooner
     */
    public record Question(
            Subject subject, String contentHash, @Nullable String language, HarmReading harm, int priority) {

        private List<FreeText> texts() {
            return harm.texts();
        }
    }

    /**
     * Notes those questions that have texts, if any model is known. The same question again, of a submission that was evaluated anew, only takes over how that came out.
     *
     * @param outboxEnd of the lane; they are asked once it is published so far
     */
    public void insert(Connection connection, List<Question> questions, String lane, long outboxEnd, Instant now)
            throws SQLException {
        List<Question> asked = questions.stream()
                .filter(question -> !question.texts().isEmpty())
                .toList();
        if (asked.isEmpty() || !model.isKnown()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Question question : asked) {
                bind(insert, question);
                insert.setString(10, lane);
                insert.setLong(11, outboxEnd);
                insert.setObject(12, now.atOffset(ZoneOffset.UTC));
                insert.setObject(13, now.atOffset(ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void bind(PreparedStatement insert, Question question) throws SQLException {
        insert.setObject(1, UUID.randomUUID());
        insert.setObject(2, question.subject().submissionKey());
        insert.setString(3, question.subject().recordState());
        insert.setString(4, question.contentHash());
        insert.setString(5, model.name());
        insert.setString(6, model.version());
        insert.setInt(7, question.priority());
        insert.setString(8, question.language());
        insert.setString(9, TextJson.write(question.texts()));
    }
}
