package epro.cli.chaos.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import epro.cli.chaos.traffic.DiaryForm;
import epro.schemas.Keys;
import epro.schemas.Topics;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.Answer;
import epro.schemas.event.AnswerKind;
import epro.schemas.event.Origin;
import epro.schemas.event.Outcome;
import epro.schemas.event.SubmissionOutcome;
import epro.schemas.event.SubmissionReceived;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Makes records of one patient, good ones and poison; each is a submission of its own. */
final class Doses {

    private static final String STUDY = "chaos-poison";
    private static final String PATIENT = "p";
    private static final UUID PATIENT_KEY = Keys.patientKey(STUDY, PATIENT);
    private static final byte[] KEY = PATIENT_KEY.toString().getBytes(UTF_8);
    private static final int MEBIBYTE = 1 << 20;
    private static final int DEEP = 10_000;

    /** What a value of ten thousand levels takes to be written. */
    private static final long DEEP_STACK = 512L << 20;

    private final RecordCodec codec;
    private final Instant now;

    /** @param codec prepared for submissions and outcomes */
    Doses(RecordCodec codec, Instant now) {
        this.codec = codec;
        this.now = now;
    }

    /** A record's key and value. */
    @SuppressWarnings("ArrayRecordComponent") // only sent, never compared
    record Dose(byte @Nullable [] key, byte @Nullable [] value) {}

    Dose good() {
        return new Dose(KEY, value());
    }

    Dose of(PoisonKind kind) throws InterruptedException, ExecutionException {
        byte[] value = value();
        return switch (kind) {
            case TRUNCATED -> new Dose(KEY, Arrays.copyOf(value, value.length / 2));
            case WRONG_MAGIC_BYTE -> new Dose(KEY, changed(value, 0));
            case UNKNOWN_ID -> new Dose(KEY, changed(value, 1));
            case OTHER_SCHEMA -> new Dose(KEY, outcome());
            case EMPTY_VALUE -> new Dose(KEY, new byte[0]);
            case NULL_VALUE -> new Dose(KEY, null);
            case NULL_KEY -> new Dose(null, value);
            case KEY_OF_ANOTHER -> new Dose("somebody else".getBytes(UTF_8), value);
            case A_MEBIBYTE -> new Dose(KEY, withNote("x".repeat(MEBIBYTE)));
            case DEEP -> new Dose(KEY, deep());
            case NUL -> new Dose(KEY, withNote("a\u0000b"));
            case NUMBER_1E400 -> new Dose(KEY, encoded(List.of(pain("1e400"))));
        };
    }

    private byte[] value() {
        return encoded(List.of(pain("3")));
    }

    private byte[] withNote(String note) {
        return encoded(List.of(
                pain("3"),
                Answer.newBuilder()
                        .setLinkId("note")
                        .setKind(AnswerKind.TEXT)
                        .setText(note)
                        .build()));
    }

    private static Answer pain(String number) {
        return Answer.newBuilder()
                .setLinkId("pain")
                .setKind(AnswerKind.NUMBER)
                .setNumber(number)
                .build();
    }

    private static byte[] changed(byte[] value, int index) {
        byte[] bytes = value.clone();
        bytes[index] ^= 0x7f;
        return bytes;
    }

    private byte[] outcome() {
        return codec.encode(
                Topics.OUTCOMES,
                SubmissionOutcome.newBuilder()
                        .setEventId("none")
                        .setOutcome(Outcome.STORED)
                        .setOrigin(Origin.newBuilder()
                                .setTopic(Topics.SUBMISSIONS)
                                .setPartition(0)
                                .setOffset(0)
                                .build())
                        .setStoredAt(Instant.EPOCH)
                        .build());
    }

    private byte[] deep() throws InterruptedException, ExecutionException {
        CompletableFuture<byte[]> written = new CompletableFuture<>();
        Runnable write = () -> {
            try {
                Answer answer = pain("3");
                for (int level = 0; level < DEEP; level++) {
                    answer = Answer.newBuilder()
                            .setLinkId("group")
                            .setKind(AnswerKind.GROUP)
                            .setAnswers(List.of(answer))
                            .build();
                }
                written.complete(encoded(List.of(answer)));
            } catch (RuntimeException | StackOverflowError e) {
                written.completeExceptionally(e);
            }
        };
        Thread thread = new Thread(null, write, "deep", DEEP_STACK);
        thread.start();
        thread.join();
        return written.get();
    }

    private byte[] encoded(List<Answer> answers) {
        String submissionId = UUID.randomUUID().toString();
        return codec.encode(
                Topics.SUBMISSIONS,
                SubmissionReceived.newBuilder()
                        .setSubmissionKey(
                                Keys.submissionKey(PATIENT_KEY, submissionId).toString())
                        .setPatientKey(PATIENT_KEY.toString())
                        .setSubmissionId(submissionId)
                        .setStudyId(STUDY)
                        .setPatientId(PATIENT)
                        .setFormId(DiaryForm.ID)
                        .setFormVersion("1.0")
                        .setReceivedAt(now)
                        .setContentHash("0".repeat(64))
                        .setAnswers(answers)
                        .build());
    }
}
