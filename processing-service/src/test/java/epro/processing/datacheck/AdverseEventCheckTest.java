package epro.processing.datacheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import epro.processing.SentSubmission;
import epro.schemas.Topics;
import epro.stack.StandardRole;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.kafka.core.KafkaAdmin;

/** What the topic of suspected adverse events holds, has lost, or never held; each test loses more than the one before. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("slow")
class AdverseEventCheckTest {
    private static final int SUSPECTED = 12;

    private final CheckedSystem system = new CheckedSystem();

    AdverseEventCheckTest() throws SQLException, IOException {}

    @BeforeAll
    void fill() throws SQLException {
        String form = """
                {"resourceType":"Questionnaire","id":"pain-diary","version":"1","status":"active","title":"Pain",
                 "item":[{"linkId":"mouth","text":"How dry was your mouth?","type":"integer",
                   "code":[{"system":"urn:nci:pro-ctcae","code":"PROCTCAE_1A_SCL"}]}]}""";
        system.http(StandardRole.OPS).put("/api/v1/forms/pain-diary/versions/1", form);
        for (int i = 0; i < SUSPECTED; i++) {
            system.send(SentSubmission.of(CheckedSystem.FORM, "{\"mouth\":4}"));
        }
        system.settle(SUSPECTED);
        system.alertAll();
    }

    @AfterAll
    void stop() throws SQLException {
        system.close();
    }

    @Test
    @Order(1)
    void findsEveryEventHoweverFewIdsAreHeldAtOnce() throws Exception {
        AnnouncedEvents oneByOne = announced(1);

        assertThat(oneByOne.shares()).isEqualTo(SUSPECTED + 1);
        assertThat(check(oneByOne).found()).isEmpty();
    }

    @Test
    @Order(2)
    void namesAStrangerOnceHoweverFewIdsAreHeldAtOnce() throws Exception {
        system.tamper(
                "DELETE FROM adverse_event WHERE ae_id IN (SELECT ae_id FROM adverse_event ORDER BY ae_id LIMIT 5)");
        try {
            assertThat(check(announced(1)).found()).isEqualTo(Map.of("event-without-row", 5L, "entry-without-row", 5L));
        } finally {
            system.mend();
        }
    }

    @Test
    @Order(3)
    void canBeCancelled() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> check(announced(1)))
                .isInstanceOfAny(InterruptedException.class, org.apache.kafka.common.errors.InterruptException.class);
        assertThat(Thread.interrupted()).isIn(true, false);
    }

    @Test
    @Order(4)
    void findsWhatTheTopicLostBeforeItsTime() throws Exception {
        loseEvents();

        DataCheck check = system.checked();

        assertThat(check.found()).isEqualTo(Map.of("event-missing", (long) SUSPECTED));
        assertThat(check.compared()).containsEntry("adverseEventsPastRetention", 0L);
    }

    @Test
    @Order(5)
    void doesNotMissWhatIsOlderThanTheTopicIsKeptButSaysHowManyTheseAre() throws Exception {
        keepEventsFor("1");

        DataCheck check = system.checked();

        assertThat(check.findings()).isEmpty();
        assertThat(check.state()).isEqualTo(DataCheckState.CLEAN);
        assertThat(check.compared())
                .containsEntry("adverseEvents", (long) SUSPECTED)
                .containsEntry("adverseEventsPastRetention", (long) SUSPECTED);
    }

    private AnnouncedEvents announced(int shareMax) {
        WholeTopic topic = new WholeTopic(
                Topics.ADVERSE_EVENTS, system.bean(KafkaAdmin.class).getConfigurationProperties());
        return new AnnouncedEvents(
                topic, new Log(system.bean(Admin.class)), java.time.InstantSource.system(), shareMax);
    }

    private Progress.Report check(AnnouncedEvents announced) throws Exception {
        Progress progress = new Progress();
        try (Snapshot snapshot = Snapshot.of(system.appConnections())) {
            new AdverseEventCheck(announced, system.appConnections()).run(snapshot.connection(), progress);
        }
        return progress.report();
    }

    private void loseEvents() throws Exception {
        Admin admin = system.bean(Admin.class);
        Map<TopicPartition, OffsetSpec> asked = IntStream.range(0, 2)
                .mapToObj(partition -> new TopicPartition(Topics.ADVERSE_EVENTS, partition))
                .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        Map<TopicPartition, RecordsToDelete> all = admin.listOffsets(asked).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        end -> RecordsToDelete.beforeOffset(end.getValue().offset())));
        admin.deleteRecords(all).all().get();
    }

    private void keepEventsFor(String millis) throws Exception {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.ADVERSE_EVENTS);
        AlterConfigOp shorter =
                new AlterConfigOp(new ConfigEntry(TopicConfig.RETENTION_MS_CONFIG, millis), AlterConfigOp.OpType.SET);
        system.bean(Admin.class)
                .incrementalAlterConfigs(Map.of(topic, List.of(shorter)))
                .all()
                .get();
    }
}
