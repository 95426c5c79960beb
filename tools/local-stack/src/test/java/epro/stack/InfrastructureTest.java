package epro.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import epro.schemas.PartitionRaise;
import epro.schemas.Setup;
import epro.schemas.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InfrastructureTest {

    private final LocalStack stack;

    InfrastructureTest(@TempDir Path home) {
        stack = LocalStack.builder()
                .home(home)
                .services(Set.of(Part.REGULATOR))
                .regulator(Map.of("REGULATOR_TRIALS", "7"))
                .anyPorts()
                .partitions(4)
                .start();
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    @Test
    void databaseKeepsWhatItCommitted() throws SQLException {
        for (String setting : Set.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertThat(shown("SHOW " + setting)).as(setting).isEqualTo("on");
        }
    }

    @Test
    void readerChangesNothing() throws SQLException {
        try (Connection reader = stack.database(DatabaseRole.EPRO_READER).connect();
                Statement statement = reader.createStatement()) {
            assertThatThrownBy(() -> statement.execute("CREATE TABLE processing.mine (id int)"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void databaseLogsNobodyInWithoutTheRightPassword() {
        DatabaseAccess reader = stack.database(DatabaseRole.EPRO_READER);
        DatabaseAccess wrong = new DatabaseAccess(reader.url(), reader.user(), "guessed");

        assertThatThrownBy(wrong::connect).hasMessageContaining("password authentication failed");
    }

    @Test
    void databaseComesBackWithItsDataAfterKill() throws SQLException {
        try (Connection owner = stack.database(DatabaseRole.PROCESSING_OWNER).connect();
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE TABLE processing.kept AS SELECT 42 AS answer");
        }
        long killed = stack.pid(Part.POSTGRES);

        stack.kill(Part.POSTGRES);

        await().atMost(Duration.ofSeconds(5)).until(() -> stack.pid(Part.POSTGRES) != killed);
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .untilAsserted(() ->
                        assertThat(shown("SELECT answer FROM processing.kept")).isEqualTo("42"));
        assertThat(Endpoints.in(stack.endpointsFile()).orElseThrow().required("EPRO_PID_POSTGRES"))
                .isEqualTo(Long.toString(stack.pid(Part.POSTGRES)));
    }

    @Test
    void brokerHasTheTopicsAndSyncsEachRecord() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stack.kafka()))) {
            ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.SUBMISSIONS);
            assertThat(admin.describeTopics(Set.of(Topics.SUBMISSIONS))
                            .allTopicNames()
                            .get())
                    .hasEntrySatisfying(
                            Topics.SUBMISSIONS,
                            description -> assertThat(description.partitions()).hasSizeBetween(4, 6));
            assertThat(admin.describeConfigs(Set.of(topic)).all().get())
                    .hasEntrySatisfying(
                            topic,
                            config -> assertThat(config.get("flush.messages").value())
                                    .isEqualTo("1"));
        }
    }

    @Test
    void raisesPartitionsOnlyWhenNothingWaitsToBeProcessed() throws ExecutionException, InterruptedException {
        TopicPartition place = new TopicPartition(Topics.SUBMISSIONS, 1);
        Map<String, Object> broker = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stack.kafka());
        try (Admin admin = Admin.create(broker);
                KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(broker, new ByteArraySerializer(), new ByteArraySerializer())) {
            long offset = producer.send(new ProducerRecord<>(place.topic(), place.partition(), null, new byte[] {1}))
                    .get()
                    .offset();
            assertThatThrownBy(() -> Setup.raisePartitions(stack.kafka(), 6))
                    .hasMessageContaining("1 records are not processed yet: start with the 4 partitions");

            admin.alterConsumerGroupOffsets("epro-processing", Map.of(place, new OffsetAndMetadata(offset + 1)))
                    .all()
                    .get();
            Setup.raisePartitions(stack.kafka(), 6);
            Setup.raisePartitions(stack.kafka(), 5);

            assertThat(new PartitionRaise(admin).partitions().values())
                    .containsOnly(6)
                    .hasSize(5);
            assertThatThrownBy(() -> new PartitionRaise(admin).to(5)).hasMessageContaining("can't be taken away");
        }
    }

    @Test
    void registryDemandsFullCompatibility() throws IOException, InterruptedException {
        URI config = stack.registry().resolve("/apis/ccompat/v7/config");
        try (HttpClient client = HttpClient.newHttpClient()) {
            String answer = client.send(HttpRequest.newBuilder(config).build(), BodyHandlers.ofString())
                    .body();
            assertThat(answer).contains("FULL_TRANSITIVE");
        }
    }

    @Test
    void regulatorIsAsItWasToldToBe() throws IOException, InterruptedException {
        URI trials = stack.address(Part.REGULATOR).resolve("/_trials");
        try (HttpClient client = HttpClient.newHttpClient()) {
            String answer = client.send(HttpRequest.newBuilder(trials).build(), BodyHandlers.ofString())
                    .body();
            assertThat(answer).contains("CTR20260007").doesNotContain("CTR20260008");
        }
    }

    @Test
    void saysWhereEverythingIsAndNothingOfWhatIsNotThere() throws IOException {
        assertThat(Files.readString(stack.endpointsFile()))
                .contains(
                        "EPRO_KAFKA=" + stack.kafka(),
                        "EPRO_TOKEN_AUDITOR=",
                        "EPRO_PID_REGISTRY=",
                        "EPRO_PID_REGULATOR=",
                        "EPRO_REGULATOR_URL=" + stack.address(Part.REGULATOR),
                        "EPRO_SMTP=127.0.0.1:")
                .doesNotContain("EPRO_INTAKE_URL", "EPRO_NMPA_URL");
    }

    private String shown(String query) throws SQLException {
        try (Connection reader = stack.database(DatabaseRole.POSTGRES).connect();
                Statement statement = reader.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
