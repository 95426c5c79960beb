package epro.processing.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.lane.Position;
import epro.processing.RunningProcessing;
import epro.processing.SentSubmission;
import epro.processing.TestForms;
import epro.processing.form.ReasonCode;
import epro.processing.form.Violation;
import epro.schemas.Topics;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.SubmissionReceived;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SubmissionReaderTest {

    @BeforeAll
    static void publishForm() {
        TestForms.publishPainDiary();
    }

    @Test
    void countsARecordOfASchemaUnknownToTheRegistryAmongThoseThatMayBeOurFault() {
        byte[] value = {0, 0x7f, 0, 0, 1, 2, 3};
        ReadRecord read = await().atMost(Duration.ofSeconds(30))
                .ignoreException(NotReadableYet.class)
                .until(() -> read(value, sent()), Objects::nonNull);
        assertThat(read)
                .isInstanceOfSatisfying(
                        ReadRecord.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo("unknown-schema-id"));
    }

    @Test
    void keepsAndFlagsACompletionBeyondTheDatabasesYears() {
        var sent = sent();
        byte[] honest = sent.bytes();
        var late = SubmissionReceived.newBuilder(sent.event())
                .setCompletedAt("9999-12-31T23:59:59-01:00")
                .build();
        byte[] value = RunningProcessing.bean(RecordCodec.class).encode(Topics.SUBMISSIONS, late);
        assertThat(read(honest, sent)).isInstanceOf(ReadRecord.Evaluated.class);
        assertThat(read(value, sent)).isInstanceOfSatisfying(ReadRecord.Evaluated.class, read -> {
            assertThat(read.submission().completedAt()).isNull();
            assertThat(((Evaluation.Valid) read.evaluation()).issues())
                    .extracting(Violation::code)
                    .containsExactly(ReasonCode.CLOCK_SUSPECT);
        });
    }

    private static SentSubmission sent() {
        return SentSubmission.of(TestForms.PAIN, "{\"pain\":3}");
    }

    private static ReadRecord read(byte[] value, SentSubmission sent) {
        var raw = new RawRecord(new Position("topic", 0, 0), sent.recordKey(), value, Map.of());
        return RunningProcessing.bean(SubmissionReader.class).read(raw);
    }
}
