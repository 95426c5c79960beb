package epro.notification.alert;

import static org.assertj.core.api.Assertions.assertThat;

import epro.notification.SentReport;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Whether there is more to an alert than somebody has seen. */
class SeenTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private final SentReport report = SentReport.of(Urgency.URGENT);
    private final Alert alert = Alert.detected(report.report(), "C-1", NOW);
    private final Seen seen = new Seen(1, Urgency.URGENT);

    @Test
    void isNoMoreAsLongAsNothingComes() {
        alert.notified(NOW);
        assertThat(alert.isMoreThan(seen)).isFalse();
        assertThat(alert.isMoreThan(new Seen(2, Urgency.EMERGENCY))).isFalse();
    }

    @Test
    void isMoreWithALaterRevisionAsUrgentAsItMayBe() {
        alert.revise(report.at(2).report(), NOW);
        assertThat(alert.isMoreThan(seen)).isTrue();
    }

    @Test
    void isMoreWhenItsCaseHasBecomeMoreUrgent() {
        alert.raiseTo(Urgency.EMERGENCY, NOW);
        assertThat(alert.isMoreThan(seen)).isTrue();
    }
}
