package epro.e2e.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import epro.schemas.TopicCatalogue;
import epro.schemas.Topics;
import epro.schemas.codec.Decoded;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.SubmissionReceived;
import epro.stack.LocalStack;
import epro.testing.TopicReader;
import epro.testing.WithInfrastructure;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/** The same bytes on a broker that somebody else packaged. */
@Tag("containers")
@WithInfrastructure
class ContainerBrokerTest {

    private static final String IMAGE = "apache/kafka:4.2.1";

    @Test
    void carriesASubmissionAsItWasEncoded(LocalStack infrastructure) throws Exception {
        assumeTrue(
                DockerClientFactory.instance().isDockerAvailable() || "1".equals(System.getenv("EPRO_NO_SKIP")),
                "no container engine runs here");
        SubmissionReceived sent = submission();
        try (KafkaContainer broker = new KafkaContainer(IMAGE);
                RecordCodec codec = RecordCodec.open(
                        Map.of("epro.registry.url", infrastructure.registry().toString()))) {
            broker.start();
            createTopics(broker.getBootstrapServers());
            codec.prepare(Topics.SUBMISSIONS, SubmissionReceived.getClassSchema());
            produce(broker.getBootstrapServers(), codec.encode(Topics.SUBMISSIONS, sent));

            assertThat(new TopicReader(broker.getBootstrapServers()).read(Topics.SUBMISSIONS))
                    .singleElement()
                    .satisfies(received -> assertThat(codec.decode(received.value(), SubmissionReceived.class))
                            .isInstanceOfSatisfying(
                                    Decoded.Read.class,
                                    read -> assertThat(read.value()).isEqualTo(sent)));
        }
    }

    private static void createTopics(String bootstrap) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            TopicCatalogue.createMissing(admin, 2, true);
        }
    }

    private static void produce(String bootstrap, byte[] value) throws Exception {
        ByteArraySerializer bytes = new ByteArraySerializer();
        Map<String, Object> config = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(config, bytes, bytes)) {
            producer.send(new ProducerRecord<>(Topics.SUBMISSIONS, value)).get();
        }
    }

    private static SubmissionReceived submission() {
        return SubmissionReceived.newBuilder()
                .setSubmissionKey("4d0c8f2e-5a49-5d7e-9a64-3c2f0a7d8b11")
                .setPatientKey("6f1c5f6e-2f0b-5d0e-9a64-3c2f0a7d8b11")
                .setSubmissionId("s-1")
                .setStudyId("containers")
                .setPatientId("p-1")
                .setFormId("diary")
                .setReceivedAt(Instant.parse("2026-11-23T12:00:00.123456Z"))
                .setContentHash("0".repeat(64))
                .build();
    }
}
