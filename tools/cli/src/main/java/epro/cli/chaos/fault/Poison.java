package epro.cli.chaos.fault;

import epro.cli.chaos.fault.Fault.Seen;
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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Records on the topic of submissions that no intake ever wrote, between good neighbours. */
final class Poison {

    private static final int PARTITIONS_TRIED = 4;
    private static final int MEBIBYTE = 1 << 20;
    private static final int DEEP = 10_000;

    /** What a value of ten thousand levels takes to be written. */
    private static final long DEEP_STACK = 512L << 20;

    private final RecordCodec codec;
    private final Instant now;

    private Poison(RecordCodec codec, Instant now) {
        this.codec = codec;
        this.now = now;
    }

    /**
     * A record's key and value.
     *
     * @param kind what is wrong with it
     */
    @SuppressWarnings("ArrayRecordComponent") // only sent, never compared
    record Dose(String kind, byte @Nullable [] key, byte @Nullable [] value) {}

    static Stream<Fault> faults() {
        return Stream.of(new Fault("poison", Poison::strike));
    }

    static Seen strike(Grounds grounds, RandomGenerator dice) throws Exception {
        Map<String, Object> config = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                grounds.stack().kafka(),
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                2 * MEBIBYTE);
        ByteArraySerializer bytes = new ByteArraySerializer();
        try (RecordCodec codec = RecordCodec.open(
                        Map.of("epro.registry.url", grounds.stack().registry().toString()));
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(config, bytes, bytes)) {
            codec.prepare(Topics.SUBMISSIONS, SubmissionReceived.getClassSchema());
            codec.prepare(Topics.OUTCOMES, SubmissionOutcome.getClassSchema());
            List<Dose> doses = new Poison(codec, grounds.now()).doses();
            StringBuilder places = new StringBuilder();
            for (Dose dose : doses) {
                int partition = dice.nextInt(PARTITIONS_TRIED);
                var place = producer.send(new ProducerRecord<>(Topics.SUBMISSIONS, partition, dose.key(), dose.value()))
                        .get();
                places.append(" %s %d:%d".formatted(dose.kind(), partition, place.offset()));
            }
            return new Seen(true, "%d doses:%s".formatted(doses.size(), places));
        }
    }

    private List<Dose> doses() throws InterruptedException, ExecutionException {
        SubmissionReceived good = submission(text("note", "fine")).build();
        byte[] key = good.getPatientKey().getBytes(StandardCharsets.UTF_8);
        byte[] value = encoded(good);
        return List.of(
                new Dose("truncated", key, Arrays.copyOf(value, value.length / 2)),
                new Dose("wrong-magic-byte", key, changed(value, 0)),
                new Dose("unknown-id", key, changed(value, 1)),
                new Dose("other-schema", key, outcome()),
                new Dose("empty-value", key, new byte[0]),
                new Dose("null-value", key, null),
                new Dose("null-key", null, value),
                new Dose("key-of-another", "somebody else".getBytes(StandardCharsets.UTF_8), value),
                new Dose(
                        "a-mebibyte",
                        key,
                        encoded(submission(text("note", "x".repeat(MEBIBYTE - 4096)))
                                .build())),
                new Dose("deep", key, deep()),
                new Dose(
                        "nul", key, encoded(submission(text("note", "a\u0000b")).build())),
                new Dose(
                        "number-1e400",
                        key,
                        encoded(submission(number("pain", "1e400")).build())));
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
                Answer answer = text("note", "bottom");
                for (int level = 0; level < DEEP; level++) {
                    answer = Answer.newBuilder()
                            .setLinkId("group")
                            .setKind(AnswerKind.GROUP)
                            .setAnswers(List.of(answer))
                            .build();
                }
                written.complete(encoded(submission(answer).build()));
            } catch (RuntimeException | StackOverflowError e) {
                written.completeExceptionally(e);
            }
        };
        Thread thread = new Thread(null, write, "deep", DEEP_STACK);
        thread.start();
        thread.join();
        return written.get();
    }

    private byte[] encoded(SubmissionReceived submission) {
        return codec.encode(Topics.SUBMISSIONS, submission);
    }

    private static Answer text(String linkId, String text) {
        return Answer.newBuilder()
                .setLinkId(linkId)
                .setKind(AnswerKind.TEXT)
                .setText(text)
                .build();
    }

    private static Answer number(String linkId, String number) {
        return Answer.newBuilder()
                .setLinkId(linkId)
                .setKind(AnswerKind.NUMBER)
                .setNumber(number)
                .build();
    }

    private SubmissionReceived.Builder submission(Answer answer) {
        var patientKey = Keys.patientKey("chaos-poison", "p");
        String submissionId = UUID.randomUUID().toString();
        return SubmissionReceived.newBuilder()
                .setSubmissionKey(Keys.submissionKey(patientKey, submissionId).toString())
                .setPatientKey(patientKey.toString())
                .setSubmissionId(submissionId)
                .setStudyId("chaos-poison")
                .setPatientId("p")
                .setFormId(DiaryForm.ID)
                .setFormVersion("1.0")
                .setReceivedAt(now)
                .setContentHash("0".repeat(64))
                .setAnswers(List.of(answer));
    }
}
