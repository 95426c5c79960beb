package epro.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.schemas.Topics;
import epro.testing.TopicReader;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Bytes that nobody can read, put on the topic between two good submissions of one patient. */
class QuarantineTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final byte[] KEY = {1, 2, 3};

    private final Pipeline pipeline = Pipeline.running();

    /** What is done to the bytes of a good record. */
    enum Poison {
        TRUNCATED {
            @Override
            byte @Nullable [] of(byte[] good) {
                return Arrays.copyOf(good, good.length / 2);
            }
        },
        WRONG_MAGIC_BYTE {
            @Override
            byte @Nullable [] of(byte[] good) {
                byte[] bytes = good.clone();
                bytes[0] = 1;
                return bytes;
            }
        },
        UNKNOWN_SCHEMA_ID {
            @Override
            byte @Nullable [] of(byte[] good) {
                byte[] bytes = good.clone();
                bytes[1] = 0x7f;
                return bytes;
            }
        },
        EMPTY {
            @Override
            byte @Nullable [] of(byte[] good) {
                return new byte[0];
            }
        },
        NULL {
            @Override
            byte @Nullable [] of(byte[] good) {
                return null;
            }
        };

        abstract byte @Nullable [] of(byte[] good);
    }

    static Stream<Poison> poisons() {
        return Stream.of(Poison.values());
    }

    @BeforeEach
    void publish() {
        Forms.publishDiary(pipeline);
    }

    @ParameterizedTest
    @MethodSource("poisons")
    void keepsUnreadableBytesAndItsNeighboursGoOn(Poison poison) throws Exception {
        JsonNode before = submit(poison + "-before");
        byte @Nullable [] bytes = poison.of(valueOf(before));
        RecordMetadata place = produce(before.path("partition").asInt(), bytes);
        JsonNode after = submit(poison + "-after");

        awaitStored(before);
        awaitStored(after);
        assertThat(quarantined(place)).containsExactly(hex(bytes));
        assertThat(auditActions(place)).containsExactly("QUARANTINED");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(new TopicReader(pipeline.stack().kafka()).read(Topics.SUBMISSIONS_DLT))
                        .anyMatch(copy -> Arrays.equals(copy.key(), KEY) && Arrays.equals(copy.value(), bytes)));
    }

    /** Both go to the one partition of their patient. */
    private JsonNode submit(String submissionId) {
        Diary diary = new Diary("quarantine", "p-1", submissionId, 3);
        HttpResponse<String> answer = pipeline.intake().post("/api/v1/submissions", diary.json());
        assertThat(answer.statusCode()).isEqualTo(202);
        return Pipeline.json(answer);
    }

    private byte[] valueOf(JsonNode accepted) {
        return new TopicReader(pipeline.stack().kafka())
                .read(Topics.SUBMISSIONS).stream()
                        .filter(one ->
                                one.partition() == accepted.path("partition").asInt())
                        .filter(one -> one.offset() == accepted.path("offset").asLong())
                        .findFirst()
                        .orElseThrow()
                        .value();
    }

    private RecordMetadata produce(int partition, byte @Nullable [] value) throws Exception {
        Map<String, Object> config =
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, pipeline.stack().kafka());
        ByteArraySerializer bytes = new ByteArraySerializer();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(config, bytes, bytes)) {
            return producer.send(new ProducerRecord<>(Topics.SUBMISSIONS, partition, KEY, value))
                    .get();
        }
    }

    private void awaitStored(JsonNode accepted) {
        UUID key = UUID.fromString(accepted.path("submissionKey").asString());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(pipeline.database()
                                .number("select count(*) from crf_record where submission_key = ?", key))
                        .isEqualTo(1));
    }

    private List<String> quarantined(RecordMetadata place) throws SQLException {
        return pipeline.database()
                .rows(
                        "select encode(record_value, 'hex') from quarantine where partition = ? and record_offset = ?",
                        row -> String.valueOf(row.getString(1)),
                        place.partition(),
                        place.offset());
    }

    private static String hex(byte @Nullable [] bytes) {
        return bytes == null ? "null" : HexFormat.of().formatHex(bytes);
    }

    private List<String> auditActions(RecordMetadata place) throws SQLException {
        return pipeline.database()
                .rows(
                        "select action from audit_entry where partition = ? and record_offset = ?"
                                + " and topic_id is not null",
                        row -> row.getString(1),
                        place.partition(),
                        place.offset());
    }
}
