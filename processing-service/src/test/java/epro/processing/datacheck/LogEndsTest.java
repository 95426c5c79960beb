package epro.processing.datacheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LogEndsTest {
    private final LogEnds ends = new LogEnds("topic", Map.of(0, 900L), 0);

    @Test
    void endsBeforeALaneThatHasProcessedMore() {
        assertThat(ends.endsBefore(lane("topic", 901))).isTrue();
    }

    @Test
    void doesNotEndBeforeALaneThatStandsAtItsEndOrFollowsAnotherTopic() {
        assertThat(ends.endsBefore(lane("topic", 900))).isFalse();
        assertThat(ends.endsBefore(lane("a topic that is no more", 5_000))).isFalse();
    }

    private static LaneRow lane(String topicId, long nextOffset) {
        return new LaneRow("lane", "epro.submissions.v1", topicId, 0, nextOffset, 0, 0);
    }
}
