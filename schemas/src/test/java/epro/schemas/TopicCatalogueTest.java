package epro.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicCatalogueTest {

    @Test
    void namesEveryTopicOnce() {
        assertThat(TopicCatalogue.all(16))
                .extracting(TopicDefinition::name)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Topics.class.getFields())
                        .map(TopicCatalogueTest::text)
                        .toList());
    }

    @Test
    void keepsSubmissionsForEverAndSyncsEachOnASingleNode() {
        NewTopic submissions = created(Topics.SUBMISSIONS, true);

        assertThat(submissions.numPartitions()).isEqualTo(16);
        assertThat(submissions.replicationFactor()).isEqualTo((short) 1);
        assertThat(submissions.configs()).isEqualTo(Map.of("retention.ms", "-1", "flush.messages", "1"));
    }

    @Test
    void keepsRecordsOnTwoOfThreeBrokersOfACluster() {
        NewTopic outcomes = created(Topics.OUTCOMES, false);

        assertThat(outcomes.replicationFactor()).isEqualTo((short) 3);
        assertThat(outcomes.configs()).isEqualTo(Map.of("retention.ms", "31536000000", "min.insync.replicas", "2"));
    }

    @Test
    void compactsTrialStatuses() {
        NewTopic trials = created(Topics.TRIAL_STATUS_CHANGES, true);

        assertThat(trials.numPartitions()).isEqualTo(4);
        assertThat(trials.configs()).isEqualTo(Map.of("cleanup.policy", "compact"));
    }

    @Test
    void copiesOfUnreadableRecordsHaveNoSchema() {
        assertThat(TopicCatalogue.all(16).stream()
                        .filter(topic -> topic.valueSchema().isEmpty())
                        .map(TopicDefinition::name))
                .containsExactly(Topics.SUBMISSIONS_DLT);
    }

    @Test
    void refusesToHaveNoPartition() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TopicCatalogue.all(0))
                .withMessage("partitions must be at least 1, was 0");
    }

    private static NewTopic created(String name, boolean singleNode) {
        return TopicCatalogue.all(16).stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow()
                .creation(singleNode);
    }

    private static String text(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
