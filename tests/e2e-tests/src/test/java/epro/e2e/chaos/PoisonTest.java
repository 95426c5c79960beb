package epro.e2e.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.cli.chaos.fault.Fate;
import epro.cli.chaos.fault.Grounds;
import epro.cli.chaos.fault.Poison;
import epro.cli.chaos.fault.PoisonKind;
import epro.cli.chaos.fault.Poured;
import epro.cli.chaos.fault.Poured.Placed;
import epro.cli.chaos.traffic.DiaryForm;
import epro.e2e.Pipeline;
import epro.schemas.Topics;
import epro.testing.TopicReader;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Twelve kinds of records that no intake ever wrote, each between good neighbours, all in one partition. */
@Tag("slow")
class PoisonTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Pipeline pipeline = Pipeline.running();

    @AutoClose
    private final Grounds grounds = new Grounds(pipeline.stack(), InstantSource.system());

    @Test
    void becomesWhatItMustAndItsNeighboursGoOn() throws Exception {
        DiaryForm.publish(pipeline.stack().endpoints(), DiaryForm.ID);
        Poured poured = Poison.pour(grounds, new Random(1));
        SortedMap<Long, Fate> fates = poured.awaitFates(grounds);

        assertFates(poured, fates);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(deadLetters(poured)).isEqualTo(quarantined(poured, fates)));
        assertThat(stored(poured, PoisonKind.A_MEBIBYTE, "length(answers ->> 'note')"))
                .isEqualTo("1048576");
        assertThat(stored(poured, PoisonKind.NUL, "answers")).contains("\"a\\u0000b\"");
        assertThat(pipeline.dataCheck().path("state").asString()).isEqualTo("CLEAN");
    }

    private static void assertFates(Poured poured, SortedMap<Long, Fate> fates) {
        assertThat(poured.placed().stream().filter(one -> one.kind() != null).map(one -> said(one, fates)))
                .containsExactly(
                        "TRUNCATED: QUARANTINED (truncated)",
                        "WRONG_MAGIC_BYTE: QUARANTINED (wrong-magic-byte)",
                        "UNKNOWN_ID: QUARANTINED (unknown-schema-id)",
                        "OTHER_SCHEMA: QUARANTINED (other-schema)",
                        "EMPTY_VALUE: QUARANTINED (empty)",
                        "NULL_VALUE: QUARANTINED (empty)",
                        "NULL_KEY: QUARANTINED (key-mismatch)",
                        "KEY_OF_ANOTHER: QUARANTINED (key-mismatch)",
                        "A_MEBIBYTE: STORED",
                        "DEEP: QUARANTINED (too deep)",
                        "NUL: STORED",
                        "NUMBER_1E400: REJECTED");
        assertThat(poured.placed().stream().filter(one -> one.kind() == null).map(one -> said(one, fates)))
                .hasSize(13)
                .containsOnly("null: STORED");
    }

    /** Whether for the stack or for what answers may nest is the machine's to say. */
    private static String said(Placed one, SortedMap<Long, Fate> fates) {
        return (one.kind() + ": " + fates.get(one.offset())).replaceFirst("too-deep|malformed-answers", "too deep");
    }

    private Map<Long, String> quarantined(Poured poured, SortedMap<Long, Fate> fates) {
        Set<Long> offsets = fates.entrySet().stream()
                .filter(fate -> fate.getValue().reason() != null)
                .map(Map.Entry::getKey)
                .collect(toSet());
        return read(
                Topics.SUBMISSIONS,
                record -> record.partition() == poured.partition() && offsets.contains(record.offset()),
                ConsumerRecord::offset);
    }

    private Map<Long, String> deadLetters(Poured poured) {
        String partition = "%s/%d/".formatted(Topics.SUBMISSIONS, poured.partition());
        long first = poured.placed().getFirst().offset();
        return read(
                Topics.SUBMISSIONS_DLT,
                letter -> origin(letter).startsWith(partition) && offset(letter) >= first,
                PoisonTest::offset);
    }

    private static String origin(ConsumerRecord<byte[], byte[]> letter) {
        return new String(letter.headers().lastHeader("epro-origin").value(), UTF_8);
    }

    private static long offset(ConsumerRecord<byte[], byte[]> letter) {
        return Long.parseLong(origin(letter).substring(origin(letter).lastIndexOf('/') + 1));
    }

    /** Key and value; of what stands there more than once, the last. */
    private Map<Long, String> read(
            String topic,
            Predicate<ConsumerRecord<byte[], byte[]>> wanted,
            Function<ConsumerRecord<byte[], byte[]>, Long> offset) {
        return new TopicReader(pipeline.stack().kafka())
                .read(topic).stream()
                        .filter(wanted)
                        .collect(toMap(
                                offset, record -> hex(record.key()) + " " + hex(record.value()), (_, last) -> last));
    }

    private static String hex(byte @Nullable [] bytes) {
        return bytes == null ? "null" : HexFormat.of().formatHex(bytes);
    }

    private String stored(Poured poured, PoisonKind kind, String expression) throws SQLException {
        long offset = poured.placed().stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow()
                .offset();
        return pipeline.database()
                .rows(
                        "select %s from crf_record where partition = ? and record_offset = ?".formatted(expression),
                        row -> row.getString(1),
                        poured.partition(),
                        offset)
                .getFirst();
    }
}
