package epro.benchmarks.processing;

import epro.schemas.Keys;
import epro.schemas.event.ClientApp;
import epro.schemas.event.Completeness;
import epro.schemas.event.SubmissionReceived;
import epro.schemas.json.AnswerJson;
import epro.schemas.json.CanonicalJson;
import epro.schemas.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Submissions as intake would put them on the topic, each another one, of a few thousand patients in turn. */
final class Submissions {
    static final int PATIENTS = 2_000;

    private static final String STUDY = "BENCH-1";
    private static final int SITES = 20;

    private final InstantSource clock;
    private final RandomGenerator random;
    private long made;

    /** @param random decides on ids and answers */
    Submissions(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    SubmissionReceived next() {
        int patient = random.nextInt(PATIENTS);
        String patientId = "P-%04d".formatted(patient);
        String submissionId = new UUID(random.nextLong(), made++).toString();
        UUID patientKey = Keys.patientKey(STUDY, patientId);
        JsonValue.Members answers = Diary.answers(random);
        Instant received = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return SubmissionReceived.newBuilder()
                .setSubmissionKey(Keys.submissionKey(patientKey, submissionId).toString())
                .setPatientKey(patientKey.toString())
                .setSubmissionId(submissionId)
                .setStudyId(STUDY)
                .setSiteId("SITE-" + patient % SITES)
                .setPatientId(patientId)
                .setFormId(Diary.ID)
                .setFormVersion(Diary.VERSION)
                .setStartedAt(ago(received, Duration.ofMinutes(3)))
                .setCompletedAt(ago(received, Duration.ofSeconds(2)))
                .setReceivedAt(received)
                .setLanguage("en")
                .setClient(new ClientApp("diary", "4.2.0", "Android 16"))
                .setActor("patient-" + patientKey)
                .setContentHash(CanonicalJson.hash(answers))
                .setCompleteness(Completeness.COMPLETE)
                .setAnswers(AnswerJson.toAnswers(answers))
                .build();
    }

    private static String ago(Instant instant, Duration span) {
        return instant.minus(span)
                .truncatedTo(ChronoUnit.SECONDS)
                .atOffset(ZoneOffset.ofHours(8))
                .toString();
    }
}
