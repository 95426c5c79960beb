package epro.benchmarks.processing;

import static org.assertj.core.api.Assertions.assertThat;

import epro.processing.form.CompiledForm;
import epro.schemas.event.SubmissionReceived;
import epro.schemas.json.AnswerJson;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiaryTest {
    private final Submissions submissions = new Submissions(() -> Instant.parse("2026-11-25T12:00:00Z"), new Random(1));

    @Test
    void allSubmissionsAreValidAndOthersEachTime() {
        CompiledForm form = PlainReader.form();
        Set<String> keys = new HashSet<>();
        int remarks = 0;
        for (int i = 0; i < 1_000; i++) {
            SubmissionReceived event = submissions.next();
            keys.add(event.getSubmissionKey());
            var answers = AnswerJson.toJson(event.getAnswers());
            assertThat(form.validate(answers).violations()).isEmpty();
            remarks += answers.values().containsKey("note") ? 1 : 0;
        }

        assertThat(keys).hasSize(1_000);
        assertThat(remarks).isBetween(200, 400);
    }
}
