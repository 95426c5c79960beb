package epro.cli.audit;

import java.util.stream.Stream;

/** Tamperings with the receipts of a partition's records, which stand in tables of two years. */
final class ReceiptTamperings {

    private static final String UPDATE =
            "UPDATE audit_entry_2025 SET entity = 'another' WHERE lane = ':lane' AND sequence = 2";
    private static final String DELETE = "DELETE FROM audit_entry_2026 WHERE lane = ':lane' AND sequence = 5";
    private static final String OTHER_YEAR = """
            UPDATE audit_entry SET recorded_at = recorded_at + interval '1 year' WHERE lane = ':lane' AND sequence = 4""";
    private static final String NO_YEAR =
            "UPDATE audit_entry SET recorded_at = '1999-12-31Z' WHERE lane = ':lane' AND sequence = 7";
    private static final String OTHER_RECORD = """
            UPDATE audit_entry SET record_offset = CASE record_offset WHEN 1 THEN 2 ELSE 1 END
                WHERE lane = ':lane' AND record_offset IN (1, 2)""";
    private static final String CUT = """
            DELETE FROM audit_entry WHERE lane = ':lane' AND sequence > %1$d;
            UPDATE lane SET next_offset = %1$d, (sequence, hash) =
                (SELECT sequence, hash FROM audit_entry WHERE lane = ':lane' AND sequence = %1$d)
                WHERE name = ':lane'""";
    private static final String DETACH = "ALTER TABLE audit_entry DETACH PARTITION audit_entry_%d";

    private ReceiptTamperings() {}

    static Stream<Tampering> all() {
        return Stream.of(
                sql("receipt altered in its year", UPDATE).found(lane("2 entry-altered")),
                sql("receipt deleted from its year", DELETE).found(lane("5 entry-missing")),
                sql("receipt moved to another year", OTHER_YEAR).found(lane("4 entry-altered")),
                sql("receipt moved to no year", NO_YEAR).found(lane("7 entry-altered")),
                sql("receipts of two records swapped", OTHER_RECORD).found(lane("2 entry-altered")),
                sql("receipts cut before", CUT.formatted(5))
                        .found(lane("6 anchored-entry-missing"))
                        .leavesOnly("assessment 9-12", "operations 4-4", "alerts 3-3"),
                sql("receipts cut after", CUT.formatted(7))
                        .leavesOnly("assessment 9-12", lane("7-7"), "operations 4-4", "alerts 3-3"),
                sql("the year before detached", DETACH.formatted(2025))
                        .found(lane("1 entry-missing"), lane("3 anchored-entry-missing")),
                sql("the newest year detached", DETACH.formatted(2026))
                        .found(
                                "assessment 12 head-differs",
                                lane("8 head-differs"),
                                "operations 4 head-differs",
                                "assessment 4 anchored-entry-missing",
                                "assessment 8 anchored-entry-missing",
                                lane("6 anchored-entry-missing"),
                                "operations 2 anchored-entry-missing",
                                "operations 3 anchored-entry-missing")
                        .leavesOnly("alerts 3-3"));
    }

    private static Tampering sql(String name, String sql) {
        return Tampering.of(name, database -> database.tamper(sql.replace(":lane", AuditScene.RECEIPTS)));
    }

    private static String lane(String rest) {
        return AuditScene.RECEIPTS + " " + rest;
    }
}
