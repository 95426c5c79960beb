package epro.schemas.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import epro.schemas.Topics;
import epro.schemas.event.SubmissionReceived;
import epro.schemas.event.Term;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.util.ClassSecurityValidator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RecordCodecTest {

    @AutoClose
    private final FakeRegistry registry = new FakeRegistry();

    @AutoClose
    private final RecordCodec codec = open(Map.of(VendorSerializer.ID, 7));

    @Test
    void readsWhatItWrote() {
        codec.prepare(Topics.SUBMISSIONS, SubmissionReceived.getClassSchema());
        SubmissionReceived submission = Events.submission();

        byte[] bytes = codec.encode(Topics.SUBMISSIONS, submission);

        assertThat(bytes).startsWith(0, 0, 0, 0, 7);
        assertThat(codec.decode(bytes, SubmissionReceived.class)).isEqualTo(new Decoded.Read<>(submission, 7));
    }

    @Test
    void asksTheRegistryNothingOncePrepared() {
        codec.prepare(Topics.SUBMISSIONS, SubmissionReceived.getClassSchema());
        registry.becomes(FakeRegistry.Mood.HANGING);

        codec.decode(codec.encode(Topics.SUBMISSIONS, Events.submission()), SubmissionReceived.class);

        assertThat(registry.asked()).isEmpty();
    }

    @Test
    void registersTheSchemaUnderTheTopicsNameWithoutJavasOwnProperties() {
        codec.prepare("some.topic", SubmissionReceived.getClassSchema());

        assertThat(VendorSerializer.REGISTERED)
                .filteredOn(registered -> registered.startsWith("some.topic-value "))
                .singleElement()
                .asString()
                .contains("\"name\":\"SubmissionReceived\"")
                .doesNotContain("avro.java.string");
    }

    @Test
    void saysThatTheRegistryIsUnavailable() {
        try (RecordCodec cutOff = open(Map.of(VendorSerializer.AWAY, true))) {
            assertThatExceptionOfType(RegistryUnavailable.class)
                    .isThrownBy(() -> cutOff.prepare(Topics.SUBMISSIONS, SubmissionReceived.getClassSchema()))
                    .withMessage("the schema of epro.submissions.v1 could not be registered");
        }
    }

    @Test
    void refusesToWriteToATopicThatIsNotPrepared() {
        assertThatIllegalStateException()
                .isThrownBy(() -> codec.encode(Topics.SUBMISSIONS, Events.submission()))
                .withMessage("epro.submissions.v1 is not prepared");
    }

    @Test
    void refusesToWriteAnotherEventThanTheTopics() {
        codec.prepare(Topics.SUBMISSIONS, Term.getClassSchema());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> codec.encode(Topics.SUBMISSIONS, Events.submission()))
                .withMessageContaining("epro.submissions.v1 is prepared for epro.schemas.event.Term");
    }

    @Test
    void refusesASerializerThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(Map.of("value.serializer", "java.lang.String")))
                .withMessage("value.serializer is not a serializer: java.lang.String");
    }

    @Test
    void refusesToOpenWithoutARegistry() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordCodec.open(Map.of()))
                .withMessage("epro.registry.url must be set");
    }

    @Test
    void manyThreadsReadAndWriteAtOnce() {
        codec.prepare(Topics.SUBMISSIONS, SubmissionReceived.getClassSchema());
        SubmissionReceived submission = Events.submission();
        Decoded<SubmissionReceived> expected = new Decoded.Read<>(submission, 7);

        assertThat(IntStream.range(0, 100_000)
                        .parallel()
                        .mapToObj(i -> codec.encode(Topics.SUBMISSIONS, submission))
                        .filter(bytes ->
                                !codec.decode(bytes, SubmissionReceived.class).equals(expected)))
                .isEmpty();
    }

    @Test
    void trustsOurOwnEventsAndNothingMore() {
        assertThat(ClassSecurityValidator.getGlobal().isTrusted(Term.class)).isTrue();
        assertThat(ClassSecurityValidator.getGlobal().isTrusted(String.class)).isTrue();
        assertThat(ClassSecurityValidator.getGlobal().isTrusted(RecordCodec.class))
                .isFalse();
    }

    private RecordCodec open(Map<String, Object> more) {
        Map<String, Object> config = new HashMap<>(Map.of(
                "epro.registry.url", registry.url() + "/", "value.serializer", VendorSerializer.class.getName()));
        config.putAll(more);
        return RecordCodec.open(config);
    }
}
