package epro.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import epro.cli.audit.export.ExportFolder;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What somebody can do to the chains who has every right in the database, before the last checkpoint and after it: found with
 * the first bad link named, or, where nothing can find it, said to be not yet anchored. In the running system and in an export
 * alike.
 */
@Tag("slow")
class TamperingTest {

    private static final String UPDATE =
            "UPDATE audit_entry SET actor = 'nobody' WHERE lane = 'assessment' AND sequence = %d";
    private static final String DELETE = "DELETE FROM audit_entry WHERE lane = 'assessment' AND sequence = %d";
    private static final String INSERT = """
            UPDATE audit_entry SET sequence = -(sequence + 1) WHERE lane = 'assessment' AND sequence >= %1$d;
            UPDATE audit_entry SET sequence = -sequence WHERE sequence < 0;
            INSERT INTO audit_entry SELECT lane, %1$d, 'INVENTED', actor, entity, content_hash, device_time, received_at,
                recorded_at, topic_id, partition, record_offset, detail, canonical, hash
                FROM audit_entry WHERE lane = 'assessment' AND sequence = %1$d - 1;
            UPDATE lane SET sequence = sequence + 1 WHERE name = 'assessment'""";
    private static final String SWAP = """
            UPDATE audit_entry SET sequence = -sequence WHERE lane = 'assessment' AND sequence IN (%1$d, %1$d + 1);
            UPDATE audit_entry SET sequence = 2 * %1$d + 1 + sequence WHERE sequence < 0""";
    private static final String DUPLICATE = """
            ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_pkey;
            INSERT INTO audit_entry SELECT * FROM audit_entry WHERE lane = 'assessment' AND sequence = %d""";
    private static final String CUT = """
            DELETE FROM audit_entry WHERE lane = 'assessment' AND sequence > %1$d;
            UPDATE lane SET (sequence, hash) =
                (SELECT sequence, hash FROM audit_entry WHERE lane = 'assessment' AND sequence = %1$d)
                WHERE name = 'assessment'""";
    private static final String MOVE = """
            UPDATE audit_entry SET (lane, sequence) = ('operations', 5) WHERE lane = 'assessment' AND sequence = %d""";
    private static final String CLOCK = """
            UPDATE audit_entry SET recorded_at = recorded_at - interval '1 h' WHERE lane = 'assessment' AND sequence = %d""";
    private static final String PLACE =
            "UPDATE audit_entry SET record_offset = 99 WHERE lane = 'assessment' AND sequence = %d";
    private static final String FORGET =
            "DELETE FROM audit_entry WHERE lane = 'assessment'; DELETE FROM lane WHERE name = 'assessment'";

    static Stream<Tampering> tamperings() {
        return Stream.of(
                sql("update before", UPDATE, 3).found("assessment 3 entry-altered"),
                sql("update after", UPDATE, 10).found("assessment 10 entry-altered"),
                sql("delete before", DELETE, 3).found("assessment 3 entry-missing"),
                sql("delete anchored", DELETE, 8)
                        .found("assessment 8 entry-missing", "assessment 8 anchored-entry-missing"),
                sql("delete after", DELETE, 10).found("assessment 10 entry-missing"),
                sql("insert before", INSERT, 6)
                        .found("assessment 6 entry-altered", "assessment 8 anchored-entry-differs")
                        .leaves("assessment 9-13", "operations 4-4"),
                sql("insert after", INSERT, 10)
                        .found("assessment 10 entry-altered")
                        .leaves("assessment 9-13", "operations 4-4"),
                sql("swap before", SWAP, 5).found("assessment 5 entry-altered"),
                sql("swap after", SWAP, 10).found("assessment 10 entry-altered"),
                sql("duplicate before", DUPLICATE, 3).found("assessment 3 entry-duplicated"),
                sql("duplicate after", DUPLICATE, 10).found("assessment 10 entry-duplicated"),
                sql("cut before", CUT, 7)
                        .found("assessment 8 anchored-entry-missing")
                        .leaves("operations 4-4"),
                sql("cut after", CUT, 10).leaves("assessment 9-10", "operations 4-4"),
                sql("move before", MOVE, 3)
                        .found("assessment 3 entry-missing", "operations 5 entry-altered")
                        .leaves("assessment 9-12", "operations 4-5"),
                sql("move after", MOVE, 10)
                        .found("assessment 10 entry-missing", "operations 5 entry-altered")
                        .leaves("assessment 9-12", "operations 4-5"),
                sql("clock before", CLOCK, 3).found("assessment 3 entry-altered"),
                sql("clock after", CLOCK, 10).found("assessment 10 entry-altered"),
                sql("place before", PLACE, 3).found("assessment 3 entry-altered"),
                Tampering.of("hash anew from the first", database -> rewrite(database, FORGET, 1))
                        .found("assessment 4 anchored-entry-differs", "assessment 8 anchored-entry-differs"),
                Tampering.of("hash anew from a checkpoint on", database -> rewrite(database, CUT.formatted(7), 8))
                        .found("assessment 8 anchored-entry-differs"),
                Tampering.of("hash anew after", database -> rewrite(database, CUT.formatted(8), 9)));
    }

    @ParameterizedTest
    @MethodSource({"tamperings", "epro.cli.audit.ReceiptTamperings#all"})
    void isFoundOrSaidToBeBeyondTheLastCheckpoint(Tampering tampering, @TempDir Path folder) throws Exception {
        try (AuditedDatabase database = AuditScene.get().copy()) {
            tampering.act().on(database);

            Verdict live = AuditScene.get().verify(database);
            AuditScene.get().export(database, folder.resolve("export"));
            Verdict offline = offline(folder.resolve("export"));

            assertThat(Tampering.findings(live)).isEqualTo(tampering.findings());
            assertThat(Tampering.beyond(live)).containsExactlyInAnyOrderElementsOf(tampering.beyond());
            assertThat(offline.findings()).isEqualTo(live.findings());
            assertThat(offline.services()).usingRecursiveComparison().isEqualTo(live.services());
        }
    }

    private static Verdict offline(Path folder) throws Exception {
        try (ExportedRecords export = new ExportedRecords(ExportFolder.open(folder))) {
            return new Verification(export, AuditScene.get().pins(), List.of(), _ -> {}).run();
        }
    }

    private static Tampering sql(String name, String sql, int sequence) {
        return Tampering.of(name, database -> database.tamper(sql.formatted(sequence)));
    }

    /** What stood from there on is gone, and something else stands there, linked as it should be. */
    private static void rewrite(AuditedDatabase database, String gone, int from) throws SQLException {
        database.tamper(gone);
        database.append(Chains.PROCESSING, "assessment", from, 12, "nobody");
    }
}
