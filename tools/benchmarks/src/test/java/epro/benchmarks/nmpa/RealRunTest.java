package epro.benchmarks.nmpa;

import static org.assertj.core.api.Assertions.assertThat;

import epro.nmpa.quota.Quota;
import epro.simulator.regulator.RegulatorLog;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class RealRunTest {
    private static final Duration LATENCY = Duration.ofMillis(50);

    /** With a generous jitter: a busy machine is slow to notice what has arrived. */
    private static final Quota PATIENT = new Quota(10, 10, Duration.ofSeconds(1), Duration.ofSeconds(30));

    private final Course course = Course.steady(4.5, PATIENT, LATENCY, 1);

    @Test
    void theServicesOwnClientKeepsToTheQuota() throws InterruptedException {
        RealRun.Measured measured =
                RealRun.over(course, address -> new WithinQuota(address, PATIENT, Duration.ofSeconds(10)));

        assertThat(measured.isWhole()).isTrue();
        assertThat(measured.trials()).isGreaterThan(20);
        assertThat(measured.log().violations()).isEmpty();
        assertThat(measured.log().requests()).isEqualTo(measured.trials());
        assertThat(measured.log().connectionsMost()).isBetween(1, 10);
    }

    @Test
    void aSemaphoreAloneAndATokenBucketDoNot() throws InterruptedException {
        assertThat(plain(Limit.semaphore(10)).violations())
                .extracting(RegulatorLog.Violation::kind)
                .contains("starts");
        assertThat(plain(Limit.tokenBucket(10)).violations())
                .extracting(RegulatorLog.Violation::kind)
                .contains("starts");
    }

    @Test
    void fiveThousandWaitingTrialsFitIntoFiftyMegabytes() throws InterruptedException {
        assertThat(WaitingMemory.bytes(5_000, NmpaBench.QUOTA)).isBetween(1_000L, 50_000_000L);
    }

    private RegulatorLog plain(Limit limit) throws InterruptedException {
        return RealRun.over(course, address -> new Plain(address, 10, limit)).log();
    }
}
