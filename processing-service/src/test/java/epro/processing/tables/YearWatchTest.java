package epro.processing.tables;

import static epro.processing.tables.YearScene.in;
import static epro.processing.tables.YearScene.thisYear;
import static org.assertj.core.api.Assertions.assertThat;

import epro.stack.DatabaseRole;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class YearWatchTest {
    private static final YearScene SCENE = new YearScene();
    /** When the last year ends that a start of this year makes. */
    private static final Instant END =
            LocalDate.of(thisYear() + 3, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeAll
    static void migrate() {
        SCENE.database.migrate();
    }

    @AfterAll
    static void drop() {
        SCENE.close();
    }

    @Test
    void saysNothingSixtyDaysBeforeTheLastYearEnds() {
        Health health = healthAt(END.minus(Duration.ofDays(60)));

        assertThat(health.getDetails())
                .containsEntry("crf_record", "made until " + END)
                .containsEntry("audit_entry", "made until " + END);
        assertThat(daysLeft("crf_record")).isEqualTo(60);
    }

    @Test
    void warnsFromThenOnAndStaysUp() {
        Health health = healthAt(END.minus(Duration.ofDays(60)).plusSeconds(1));

        assertThat(health.getDetails().get("audit_entry")).asString().contains("ends at " + END);
        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(daysLeft("audit_entry")).isBetween(59.0, 60.0);
    }

    @Test
    void warnsOfRowsThatFoundNoYear() throws SQLException {
        try (YearScene late = new YearScene()) {
            late.database.migrate();
            late.store(0, in(thisYear() + 5));

            Health health = healthAt(late, in(thisYear()));

            assertThat(health.getDetails().get("crf_record")).asString().contains("no year is made");
            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(daysLeft("crf_record")).isZero();
        }
    }

    private Health healthAt(Instant now) {
        return healthAt(SCENE, now);
    }

    /** As the service's own role sees it. */
    private Health healthAt(YearScene scene, Instant now) {
        var watch = new YearWatch(scene.database.as(DatabaseRole.PROCESSING_APP), () -> now, meters);
        watch.look();
        return watch.health();
    }

    private double daysLeft(String table) {
        return meters.get("epro.processing.table.years.left")
                .tag("table", table)
                .gauge()
                .value();
    }
}
