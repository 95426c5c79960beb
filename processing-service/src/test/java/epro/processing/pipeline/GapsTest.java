package epro.processing.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import epro.lane.SourcePartition;
import epro.processing.RunningProcessing;
import epro.processing.storing.StoreResult;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holes in what came: first the consumer goes back, and only what the log has lost is given up. */
class GapsTest {
    private static final TopicPartition PARTITION = new TopicPartition("epro.submissions.v1", 0);

    private final SourcePartition source = new SourcePartition(PARTITION.topic(), "gaps-" + UUID.randomUUID(), 0);
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private Gaps gaps;

    @BeforeEach
    void assign() {
        gaps = RunningProcessing.bean(Gaps.class);
        gaps.forget(List.of(PARTITION));
        consumer.assign(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.seek(PARTITION, 50);
    }

    @Test
    void goesBackToWhatTheLaneWaitsFor() {
        gaps.close(consumer, source, new StoreResult.Gap(0, 40));
        assertThat(consumer.position(PARTITION)).isZero();
        assertThat(entries()).isEmpty();
    }

    @Test
    void givesUpWhatTheLogNoLongerHolds() {
        consumer.updateBeginningOffsets(Map.of(PARTITION, 30L));
        gaps.close(consumer, source, new StoreResult.Gap(0, 40));
        assertThat(consumer.position(PARTITION)).isEqualTo(30);
        assertThat(entries()).containsExactly("{\"from\":\"0\",\"to\":\"30\"}");
    }

    @Test
    void givesUpWhatWasSoughtInVain() {
        gaps.close(consumer, source, new StoreResult.Gap(0, 3));
        gaps.close(consumer, source, new StoreResult.Gap(0, 3));
        assertThat(entries()).containsExactly("{\"from\":\"0\",\"to\":\"3\"}");
    }

    @Test
    void seeksAnewAfterThePartitionCameBack() {
        gaps.close(consumer, source, new StoreResult.Gap(0, 3));
        gaps.forget(List.of(PARTITION));
        gaps.close(consumer, source, new StoreResult.Gap(0, 3));
        assertThat(entries()).isEmpty();
    }

    @Test
    void givesUpNothingWhenItCouldNotSeek() {
        consumer.unsubscribe();
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatIllegalStateException().isThrownBy(() -> gaps.close(consumer, source, new StoreResult.Gap(0, 3)));
        }
        assertThat(entries()).isEmpty();
    }

    @Test
    void doesNotTakeWhatAnotherConsumerBroughtForTheAnswer() {
        gaps.close(consumer, source, new StoreResult.Gap(0, 3));
        try (MockConsumer<byte[], byte[]> zombie = new MockConsumer<>("earliest")) {
            zombie.assign(List.of(PARTITION));
            zombie.updateBeginningOffsets(Map.of(PARTITION, 0L));
            gaps.close(zombie, source, new StoreResult.Gap(0, 3));
        }
        assertThat(entries()).isEmpty();
    }

    private List<String> entries() {
        return RunningProcessing.superuser()
                .sql("SELECT detail FROM audit_entry WHERE lane = ? ORDER BY sequence")
                .param(source.laneName())
                .query((row, _) -> row.getString(1))
                .list();
    }
}
