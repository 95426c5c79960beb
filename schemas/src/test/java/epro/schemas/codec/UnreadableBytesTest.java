package epro.schemas.codec;

import static org.assertj.core.api.Assertions.assertThat;

import epro.schemas.Topics;
import epro.schemas.event.SubmissionOutcome;
import epro.schemas.event.SubmissionReceived;
import epro.schemas.event.Term;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnreadableBytesTest {

    /** That there is no document. */
    private static final int BEHIND_THE_ANSWERS = 1;

    private static final int NESTING_LENGTH = 11;

    @AutoClose
    private final FakeRegistry registry = new FakeRegistry();

    @AutoClose
    private final RecordCodec codec = RecordCodec.open(
            Map.of("epro.registry.url", registry.url(), "value.serializer", VendorSerializer.class.getName()));

    @BeforeEach
    void prepare() {
        codec.prepare(Topics.SUBMISSIONS, SubmissionReceived.getClassSchema());
    }

    @ParameterizedTest
    @CsvSource({"'',empty", "01,wrong-magic-byte", "7b7d,wrong-magic-byte", "00,truncated", "00000000,truncated"})
    void sayWhatIsWrongWithTheirHeader(String hex, String reason) {
        assertUnreadable(reason, HexFormat.of().parseHex(hex));
    }

    @Test
    void mayBeAbsent() {
        assertThat(codec.decode(null, SubmissionReceived.class)).isEqualTo(new Decoded.Unreadable<>("empty"));
    }

    @Test
    void areTruncatedWhereverTheyAreCut() {
        byte[] whole = written();

        for (int length = 1; length < whole.length; length++) {
            assertUnreadable("truncated", Arrays.copyOf(whole, length));
        }
    }

    @Test
    void haveNothingAfterTheirEnd() {
        byte[] whole = written();

        assertUnreadable("trailing-bytes", Arrays.copyOf(whole, whole.length + 1));
    }

    @Test
    void areNotTakenForAnotherEvent() {
        assertThat(codec.decode(written(), SubmissionOutcome.class))
                .isEqualTo(new Decoded.Unreadable<>("other-schema"));
        assertThat(codec.decode(written(), Term.class)).isEqualTo(new Decoded.Unreadable<>("other-schema"));
    }

    @Test
    void mayClaimATextOfTwoGigabytes() {
        assertUnreadable("truncated", record("80d0acf30e"));
    }

    @Test
    void mayClaimATextOfNegativeLength() {
        assertUnreadable("malformed", record("01"));
    }

    @Test
    void mayClaimABranchThatTheUnionDoesNotHave() {
        String sixEmptyTexts = "00".repeat(7);

        assertUnreadable("malformed", record(sixEmptyTexts + "08"));
    }

    @Test
    void mayNestAnswersAHundredThousandDeep() {
        byte[] shallow = codec.encode(Topics.SUBMISSIONS, Events.submission(Events.nested(1)));
        byte[] deeper = codec.encode(Topics.SUBMISSIONS, Events.submission(Events.nested(2)));
        assertThat(deeper.length - shallow.length).isEqualTo(NESTING_LENGTH);
        byte[] opening = HexFormat.of().parseHex("0010" + "00".repeat(7) + "02");
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.write(shallow, 0, shallow.length - NESTING_LENGTH - BEHIND_THE_ANSWERS);
        for (int i = 0; i < 100_000; i++) {
            bomb.writeBytes(opening);
        }

        assertUnreadable("too-deep", bomb.toByteArray());
    }

    @Test
    void neverMakeTheCodecThrow() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261123);
        byte[] whole = written();
        for (int i = 0; i < 50_000; i++) {
            byte[] damaged = whole.clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                damaged[5 + random.nextInt(damaged.length - 5)] = (byte) random.nextInt();
            }
            assertThat(codec.decode(damaged, SubmissionReceived.class)).isNotInstanceOf(Decoded.SchemaPending.class);
        }
    }

    private byte[] written() {
        return codec.encode(Topics.SUBMISSIONS, Events.submission());
    }

    private byte[] record(String hex) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(WireFormat.header(1));
        out.writeBytes(HexFormat.of().parseHex(hex));
        return out.toByteArray();
    }

    private void assertUnreadable(String reason, byte[] bytes) {
        Decoded<? extends SpecificRecord> decoded = codec.decode(bytes, SubmissionReceived.class);
        assertThat(decoded).isEqualTo(new Decoded.Unreadable<>(reason));
    }
}
