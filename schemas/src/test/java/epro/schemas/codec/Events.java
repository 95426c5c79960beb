package epro.schemas.codec;

import epro.schemas.TrustedEvents;
import epro.schemas.event.Answer;
import epro.schemas.event.AnswerKind;
import epro.schemas.event.Completeness;
import epro.schemas.event.SubmissionReceived;
import epro.schemas.event.Visit;
import java.time.Instant;
import java.util.List;

/** Made-up events. */
final class Events {

    static {
        TrustedEvents.trust();
    }

    private Events() {}

    static SubmissionReceived submission(List<Answer> answers) {
        return SubmissionReceived.newBuilder()
                .setSubmissionKey("11111111-1111-5111-8111-111111111111")
                .setPatientKey("22222222-2222-5222-8222-222222222222")
                .setSubmissionId("s-1")
                .setStudyId("STUDY-1")
                .setPatientId("P-001")
                .setFormId("daily")
                .setVisit(Visit.newBuilder().setId("V1").build())
                .setReceivedAt(Instant.parse("2026-11-23T10:00:00.123456Z"))
                .setContentHash("ab")
                .setCompleteness(Completeness.COMPLETE)
                .setAnswers(answers)
                .build();
    }

    static SubmissionReceived submission() {
        return submission(List.of(
                Answer.newBuilder()
                        .setLinkId("pain")
                        .setKind(AnswerKind.NUMBER)
                        .setNumber("3.0")
                        .build(),
                Answer.newBuilder()
                        .setLinkId("note")
                        .setKind(AnswerKind.TEXT)
                        .setText("头痛 😀")
                        .build()));
    }

    static List<Answer> nested(int depth) {
        Answer answer = Answer.newBuilder().setKind(AnswerKind.SKIPPED).build();
        for (int i = 1; i < depth; i++) {
            answer = Answer.newBuilder()
                    .setKind(AnswerKind.REPEAT)
                    .setAnswers(List.of(answer))
                    .build();
        }
        return List.of(answer);
    }
}
