package epro.processing.tables;

import static epro.processing.tables.YearScene.in;
import static epro.processing.tables.YearScene.thisYear;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A database that was filled before there were years. */
class YearsMigrationTest {
    private final YearScene scene = new YearScene();

    @AfterEach
    void drop() {
        scene.close();
    }

    @Test
    void bringsEveryRowIntoItsYearAndLeavesItAsItWas() throws SQLException {
        scene.database.migrateTo("52");
        scene.store(0, in(thisYear() - 2));
        scene.store(1, in(thisYear() - 1));
        scene.store(2, Instant.parse("%d-12-31T23:59:59.999999Z".formatted(thisYear() - 1)));
        scene.store(3, Instant.parse("1970-01-01T00:00:01Z"));

        scene.database.migrate();
        scene.store(4, Instant.parse("%d-01-01T00:00:00Z".formatted(thisYear())));

        for (String table : new String[] {"crf_record", "audit_entry"}) {
            assertThat(scene.places(table))
                    .containsExactly(
                            table + "_" + (thisYear() - 2),
                            table + "_" + (thisYear() - 1),
                            table + "_" + (thisYear() - 1),
                            table + "_default",
                            table + "_" + thisYear());
        }
        assertThat(scene.verified().firstFault()).isEmpty();
        assertThat(scene.verified().entries()).isEqualTo(5);
        assertThat(scene.provenRecords()).isEqualTo(5);
    }

    @Test
    void makesTheYearsUpToTwoAheadOfAnEmptyDatabase() {
        scene.database.migrate();
        scene.database.migrate();

        assertThat(scene.texts("SELECT inhrelid::regclass::text FROM pg_inherits"
                        + " WHERE inhparent = 'audit_entry'::regclass ORDER BY 1"))
                .containsExactly(
                        "audit_entry_" + thisYear(),
                        "audit_entry_" + (thisYear() + 1),
                        "audit_entry_" + (thisYear() + 2),
                        "audit_entry_default");
    }
}
