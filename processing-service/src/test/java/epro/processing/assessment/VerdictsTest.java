package epro.processing.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.keeper.LaneTransactions;
import epro.lane.LanePublisher;
import epro.processing.RunningProcessing;
import epro.processing.suspicion.Announcements;
import epro.processing.suspicion.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DuplicateKeyException;

/** The one writer of verdicts: it outlives whatever goes wrong, and says when it can't write. */
class VerdictsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final InstantSource clock = now::get;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger overtaken = new AtomicInteger();
    private final List<Verdict> down = new CopyOnWriteArrayList<>();
    private final Verdicts verdicts = new Verdicts(new FailingWriter(), clock);
    private final Thread writing = Thread.ofVirtual().unstarted(() -> verdicts.writeForEver(written::addAndGet));

    @AfterEach
    void stop() {
        writing.interrupt();
    }

    @Test
    void writesAfterAnythingWentWrongInItsPreparation() {
        failures.set(1);
        verdicts.add(new Verdict.GivenUp(assessment(), "test"));
        writing.start();
        await().atMost(PATIENCE).untilAtomic(written, org.hamcrest.Matchers.is(1));
    }

    @Test
    void isNotHealthyOnceItCouldNotWriteForAMinute() {
        failures.set(Integer.MAX_VALUE);
        writing.start();
        await().atMost(PATIENCE).until(() -> failed.get() > 1);
        assertThat(verdicts.health().getStatus()).isEqualTo(Status.UP);
        now.set(now.get().plusSeconds(61));
        assertThat(verdicts.health().getStatus()).isEqualTo(Status.DOWN);
        failures.set(0);
        await().atMost(PATIENCE).until(() -> verdicts.health().getStatus().equals(Status.UP));
    }

    @Test
    void writesOnceMoreWhatSomebodyElseWroteOfMeanwhile() {
        overtaken.set(1);
        Verdict.Decided decided = new Verdict.Decided(assessment(), new Reading("1", 0, List.of()));
        verdicts.add(decided);
        writing.start();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(down).containsExactly(decided));
    }

    @Test
    void givesUpWhatCanNeverBeWrittenDown() {
        overtaken.set(2);
        Assessment assessment = assessment();
        verdicts.add(new Verdict.Decided(assessment, new Reading("1", 0, List.of())));
        writing.start();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(down)
                        .singleElement()
                        .isInstanceOfSatisfying(
                                Verdict.GivenUp.class,
                                given -> assertThat(given.assessment()).isEqualTo(assessment)));
    }

    private static Assessment assessment() {
        UUID id = UUID.randomUUID();
        Subject subject = new Subject(id, id, "S", "STUDY", "SITE", "P", "form", null, null, Instant.EPOCH, "STORED");
        return new Assessment(id, subject, null, List.of(), 1, 0);
    }

    private final class FailingWriter extends VerdictWriter {
        FailingWriter() {
            super(
                    RunningProcessing.bean(LaneTransactions.class),
                    RunningProcessing.bean(LanePublisher.class),
                    RunningProcessing.bean(Announcements.class),
                    clock);
        }

        @Override
        void prepare() {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                failed.incrementAndGet();
                throw new IllegalStateException("odd");
            }
        }

        @Override
        void write(List<Verdict> group) {
            if (overtaken.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new DuplicateKeyException("somebody was faster");
            }
            down.addAll(group);
        }
    }
}
