package epro.nmpa.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PermitsTest {
    private static final Duration PROCESSING_LIMIT = Duration.ofSeconds(30);

    private final ManualTime time = new ManualTime(Long.MAX_VALUE - 5);
    private final Permits permits = new Permits(1, time, time);

    @Test
    void givesAPermitBackRightAfterTheCall() throws InterruptedException {
        permits.acquire().close();

        assertThat(permits.inFlight()).isZero();
    }

    @Test
    void keepsAPermitUntilTheRegulatorMustHaveFinished() throws InterruptedException {
        Permit permit = permits.acquire();
        permit.keepFor(PROCESSING_LIMIT, time.nanos());
        time.advance(Duration.ofSeconds(10));
        permit.close();

        assertThat(permits.inFlight()).isOne();
        time.advance(Duration.ofSeconds(19));
        assertThat(permits.inFlight()).isOne();
        time.advance(Duration.ofSeconds(1));
        assertThat(permits.inFlight()).isZero();
    }

    @Test
    void neverShortensATimeThatWasAskedFor() throws InterruptedException {
        Permit permit = permits.acquire();
        permit.keepFor(PROCESSING_LIMIT, time.nanos());
        permit.keepFor(Duration.ofSeconds(1), time.nanos());
        permit.close();
        time.advance(Duration.ofSeconds(2));

        assertThat(permits.inFlight()).isOne();
    }

    @Test
    void knowsHowLongTheLastOneIsKept() throws InterruptedException {
        Permits two = new Permits(2, time, time);
        Permit cutOff = two.acquire();
        cutOff.keepFor(PROCESSING_LIMIT, time.nanos());
        cutOff.close();
        two.acquire().close();

        assertThat(two.kept()).isEqualTo(PROCESSING_LIMIT.toNanos());
        time.advance(PROCESSING_LIMIT);
        assertThat(two.kept()).isNotPositive();
    }

    @Test
    void givesAPermitBackOnce() throws InterruptedException {
        Permit permit = permits.acquire();
        permit.close();
        permit.close();

        permits.acquire();
        assertThat(permits.inFlight()).isOne();
    }

    @Test
    void whoeverIsInterruptedWhileWaitingTakesNothing() throws InterruptedException {
        Permit taken = permits.acquire();
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread waiting = Thread.ofVirtual().start(() -> {
            try (Permit _ = permits.acquire()) {
                interrupted.set(false);
            } catch (InterruptedException _) {
                interrupted.set(true);
            }
        });
        await().until(() -> waiting.getState() == Thread.State.WAITING);
        waiting.interrupt();
        assertThat(waiting.join(Duration.ofSeconds(10))).isTrue();
        taken.close();

        assertThat(interrupted).isTrue();
        assertThat(permits.inFlight()).isZero();
    }

    @Test
    void whoeverIsInterruptedAtWorkGivesThePermitBack() throws InterruptedException {
        AtomicBoolean began = new AtomicBoolean();
        Thread working = Thread.ofVirtual().start(() -> {
            try (Permit _ = permits.acquire()) {
                began.set(true);
                new java.util.concurrent.CountDownLatch(1).await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        await().untilTrue(began);
        working.interrupt();

        await().until(() -> permits.inFlight() == 0);
    }

    @Test
    void refusesToHaveNoPlaces() {
        assertThatThrownBy(() -> new Permits(0, time, time)).hasMessage("places must be at least 1, was 0");
    }
}
