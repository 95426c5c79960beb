package epro.processing.tables;

import static epro.processing.tables.YearScene.in;
import static epro.processing.tables.YearScene.thisYear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import epro.stack.DatabaseRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Later starts, whose clocks show later years. */
@Tag("slow")
class MakeYearsTest {
    private final YearScene scene = new YearScene();

    @BeforeEach
    void migrate() {
        scene.database.migrate();
    }

    @AfterEach
    void drop() {
        scene.close();
    }

    @Test
    void takeOutOfTheDefaultPartitionWhatIsTheirs() throws SQLException {
        scene.store(0, in(thisYear() + 3));
        scene.store(1, in(thisYear() + 9));
        assertThat(scene.places("crf_record")).containsOnly("crf_record_default");

        scene.makeYears(in(thisYear() + 2), in(thisYear() + 4));

        assertThat(scene.places("crf_record")).containsExactly("crf_record_" + (thisYear() + 3), "crf_record_default");
        assertThat(scene.places("audit_entry"))
                .containsExactly("audit_entry_" + (thisYear() + 3), "audit_entry_default");
        assertThat(scene.verified().firstFault()).isEmpty();
        assertThat(scene.provenRecords()).isEqualTo(2);
        assertThat(scene.texts("SELECT tgname FROM pg_trigger WHERE tgname LIKE '%_default_stays' AND tgenabled = 'O'"))
                .hasSize(2);
    }

    @Test
    void goOnWithoutNewYearsWhileSomebodyReadsAndMakeThemAfterwards() throws SQLException {
        try (Connection reader = scene.database.connect(DatabaseRole.EPRO_READER);
                var count = reader.prepareStatement("SELECT count(*) FROM audit_entry")) {
            count.execute();
            scene.makeYears(in(thisYear() + 2), in(thisYear() + 3));
            assertThat(years()).doesNotContain("audit_entry_" + (thisYear() + 3));
        }

        scene.makeYears(in(thisYear() + 2), in(thisYear() + 3));

        assertThat(years()).contains("audit_entry_" + (thisYear() + 3));
    }

    @Test
    void areMadeByEachStartAsFarAsTheyAreMissing() {
        for (String table : List.of("crf_record", "audit_entry")) {
            scene.database
                    .as(DatabaseRole.PROCESSING_OWNER)
                    .sql("DROP TABLE processing.%s_%d".formatted(table, thisYear() + 2))
                    .update();
        }
        assertThat(years()).doesNotContain("audit_entry_" + (thisYear() + 2), "crf_record_" + (thisYear() + 2));

        scene.database.migrate();

        assertThat(years()).contains("audit_entry_" + (thisYear() + 2), "crf_record_" + (thisYear() + 2));
    }

    @Test
    void areNotForTheServiceToMake() {
        assertThatThrownBy(() -> scene.database
                        .as(DatabaseRole.PROCESSING_APP)
                        .sql("CALL make_years('crf_record', 'stored_at', now(), now() + interval '9 years')")
                        .update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private List<String> years() {
        return scene.texts(
                "SELECT relname FROM pg_class WHERE relname LIKE 'audit_entry_%' OR relname LIKE 'crf_record_%'");
    }
}
