package epro.cli.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;

import epro.cli.chaos.fault.Fault.Seen;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ShiftTest {

    private static final TopicPartition SHORT = new TopicPartition("t", 0);
    private static final TopicPartition LONG = new TopicPartition("t", 1);

    @Test
    void goesBackToTheBeginningAtMostAndSaysHowFarThatWas() {
        Shift shift = Shift.of(offsets(30, 12_000), -10_000, ends(40, 12_000));

        assertThat(shift.to()).isEqualTo(offsets(0, 2_000));
        assertThat(shift.seen(shift.to())).isEqualTo(new Seen(true, "2 of 2 partitions moved by 30 to 10000"));
    }

    @Test
    void goesForwardOverWhatIsUnreadAndNoFartherThanToTheEnd() {
        Shift shift = Shift.of(offsets(30, 12_000), 10_000, ends(30, 12_003));

        assertThat(shift.to()).isEqualTo(offsets(30, 12_003));
        assertThat(shift.seen(shift.to())).isEqualTo(new Seen(true, "1 of 2 partitions moved by 3 to 3"));
    }

    @Test
    void hasNotHappenedWhereNothingIsUnread() {
        Shift shift = Shift.of(offsets(30, 12_000), 10_000, ends(30, 12_000));

        assertThat(shift.seen(shift.to())).isEqualTo(new Seen(false, "no offset could be moved"));
    }

    @Test
    void hasNotHappenedWhereNothingCouldMove() {
        Shift nowhere = Shift.of(offsets(0, 0), -10_000, ends(9, 9));
        Shift ofNone = Shift.of(Map.of(), -10_000, Map.of());

        assertThat(nowhere.seen(nowhere.to())).isEqualTo(new Seen(false, "no offset could be moved"));
        assertThat(ofNone.seen(Map.of()).happened()).isFalse();
    }

    @Test
    void hasNotHappenedWhereTheBrokerKeptWhatItHad() {
        Shift shift = Shift.of(offsets(30, 40), -10_000, ends(30, 40));

        assertThat(shift.seen(shift.from()).happened()).isFalse();
    }

    private static Map<TopicPartition, Long> ends(long ofShort, long ofLong) {
        return Map.of(SHORT, ofShort, LONG, ofLong);
    }

    private static Map<TopicPartition, OffsetAndMetadata> offsets(long ofShort, long ofLong) {
        return Map.of(SHORT, new OffsetAndMetadata(ofShort), LONG, new OffsetAndMetadata(ofLong));
    }
}
