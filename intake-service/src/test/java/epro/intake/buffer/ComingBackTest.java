package epro.intake.buffer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** When those are to come back whom a buffer refuses that drains 500 a second. */
class ComingBackTest {
    private static final Duration ONE_DRAINS_IN = Duration.ofMillis(2);

    private final HeldSender sender = new HeldSender();
    private final AtomicLong nanos = new AtomicLong();
    private final SubmissionBuffer buffer =
            new SubmissionBuffer(Submissions.room(1, DataSize.ofMegabytes(16)), sender, nanos::get);

    private int drained;

    @BeforeEach
    void fill() {
        assertThat(buffer.offer(Submissions.number(0))).isInstanceOf(Offer.Accepted.class);
        drain(1_000);
    }

    @Test
    void isSoonForOne() {
        for (int time = 0; time < 20; time++) {
            assertThat(toldAtTheDoor(1).keySet()).isSubsetOf(1L, 2L);
            drain(1_000);
        }
    }

    @Test
    void isWithinTheTimeInWhichACrowdCanBeTaken() {
        var told = toldAtTheDoor(10_000);

        assertThat(told.firstKey()).isEqualTo(1);
        assertThat(told.lastKey()).isBetween(18L, 21L);
        assertThat(told.values()).allMatch(together -> together < 2_000);
    }

    @Test
    void isAsLateForThoseWhoAreNotRead() {
        toldAtTheDoor(16);

        var told = told(9_984, _ -> buffer.unread().orElseThrow());

        assertThat(told.lastKey()).isBetween(18L, 21L);
        assertThat(told.values()).allMatch(together -> together < 2_000);
    }

    @Test
    void countsTheCrowdOfTheLastSecondToo() {
        toldAtTheDoor(5_000);
        drain(550);

        assertThat(toldAtTheDoor(500).lastKey()).isBetween(9L, 12L);
    }

    @Test
    void isSoonAgainOnceTheCrowdIsPast() {
        toldAtTheDoor(10_000);
        drain(1_000);

        assertThat(toldAtTheDoor(1).keySet()).isSubsetOf(1L, 2L);
    }

    /** So many, and it is full again after each. */
    private void drain(int many) {
        for (int one = 0; one < many; one++) {
            nanos.addAndGet(ONE_DRAINS_IN.toNanos());
            sender.acknowledgeOldest();
            drained++;
            assertThat(buffer.offer(Submissions.number(drained))).isInstanceOf(Offer.Accepted.class);
        }
    }

    private NavigableMap<Long, Long> toldAtTheDoor(int many) {
        return told(many, number -> buffer.offer(Submissions.number(-1 - number)));
    }

    /** How many are told to come back after which number of seconds. */
    private static NavigableMap<Long, Long> told(int many, Function<Integer, Offer> door) {
        return IntStream.range(0, many)
                .mapToObj(
                        number -> ((Offer.Full) door.apply(number)).retryAfter().toSeconds())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }
}
