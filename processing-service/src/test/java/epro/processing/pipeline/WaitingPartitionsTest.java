package epro.processing.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class WaitingPartitionsTest {
    private static final TopicPartition PARTITION = new TopicPartition("epro.submissions.v1", 3);

    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private final WaitingPartitions waiting = new WaitingPartitions(() -> now);

    @Test
    void isUnhealthyOnceAPartitionHasWaitedLongerThanAMinute() {
        waiting.failed(PARTITION, new IllegalStateException());
        now = now.plusSeconds(59);
        waiting.failed(PARTITION, new IllegalStateException());
        assertThat(waiting.tooLong()).isFalse();
        now = now.plus(Duration.ofSeconds(2));
        assertThat(waiting.tooLong()).isTrue();
    }

    @Test
    void isHealthyAgainWhenItGoesOn() {
        waiting.failed(PARTITION, new IllegalStateException());
        now = now.plus(Duration.ofMinutes(5));
        waiting.passed(PARTITION);
        assertThat(waiting.tooLong()).isFalse();
    }

    @Test
    void forgetsPartitionsThatAreSomeoneElses() {
        waiting.failed(PARTITION, new IllegalStateException());
        now = now.plus(Duration.ofMinutes(5));
        waiting.forget(List.of(PARTITION));
        assertThat(waiting.tooLong()).isFalse();
    }

    @Test
    void namesCausesAndNeverTheirTexts() {
        var failure = new IllegalStateException("P-0042", new SQLException("value P-0042 refused", "57P01"));
        String message = new BatchNotProcessed(PARTITION, failure).getMessage();
        assertThat(message)
                .isEqualTo(
                        "epro.submissions.v1-3 waits and is tried again: IllegalStateException < SQLException 57P01");
    }
}
