package epro.e2e.chaos;

import static epro.e2e.chaos.Damage.appended;
import static epro.e2e.chaos.Damage.copied;

import java.util.stream.Stream;

/** What may be wrong with records, the entries of what was consumed, and the rows beside them. */
final class BookDamages {

    private static final String STORED = "entity = ':plain' AND action = 'STORED'";
    private static final String RECORD = "submission_key = ':plain'";
    private static final String A_MOMENT_LATER =
            "jsonb_build_object('stored_at', r.stored_at + interval '1 microsecond')";
    private static final String FAR_AWAY = "'{\"record_offset\": 1000000}'";
    private static final String NO_HASH = "0".repeat(64);

    private BookDamages() {}

    static Stream<Damage> all() {
        return Stream.of(ofRecords(), ofContents(), ofRows()).flatMap(damages -> damages);
    }

    private static Stream<Damage> ofRecords() {
        return Stream.of(
                Damage.of("a record twice", copied("crf_record", RECORD, A_MOMENT_LATER))
                        .violates("I2 plain: 1 creation entries and 2 rows"),
                Damage.of("a rejection twice", copied("rejection", "submission_key = ':rejected'", """
                                jsonb_build_object('revision', 2, 'record_offset', 1000000)"""))
                        .violates("I2 rejected: 1 creation entries and 2 rows"),
                Damage.of("no record", "DELETE FROM crf_record WHERE " + RECORD)
                        .violates("I2 plain: 1 creation entries and 0 rows", "I4 plain: stored with"),
                Damage.of("no creation entry", "UPDATE audit_entry SET action = 'DUPLICATE' WHERE " + STORED)
                        .violates("I2 plain: 0 creation entries and 1 rows"),
                Damage.of("two creation entries", appended("STORED", ":plain", STORED))
                        .violates("I2 plain: 2 creation entries and 1 rows"),
                Damage.of(
                                "a record and its entry twice",
                                copied("crf_record", RECORD, A_MOMENT_LATER),
                                appended("STORED", ":plain", STORED))
                        .violates("I2 plain: 2 creation entries and 2 rows"),
                Damage.of("no submission", "DELETE FROM submission WHERE " + RECORD)
                        .violates(
                                "I1 plain: accepted at \\S+ \\S+ and stored nowhere",
                                "I1 plain: accepted at \\S+ \\S+ and stored nowhere"),
                Damage.of(
                                "a foreign record",
                                copied("submission", RECORD, """
                                        jsonb_build_object('submission_key', md5('foreign'), 'submission_id', 'foreign')"""),
                                copied("crf_record", RECORD, """
                                        jsonb_build_object('submission_key', md5('foreign'), 'record_offset', 1000000)"""),
                                appended("STORED", ":plain", STORED),
                                "UPDATE audit_entry SET entity = md5('foreign')::uuid::text WHERE recorded_at = now()")
                        .violates("I3 foreign: nobody sent it", "I4 foreign: stored with hash"));
    }

    private static Stream<Damage> ofContents() {
        return Stream.of(
                Damage.of("other answers", "UPDATE crf_record SET answers = '{\"pain\": 9}' WHERE " + RECORD)
                        .violates("I4 plain: stored with hash \\w{64} and answers \\{\"pain\": 9}"),
                Damage.of("another rejected answer", """
                                UPDATE rejection SET answers = '{"pain": 99}' WHERE submission_key = ':rejected'""")
                        .violates("I4 rejected: stored with hash \\w{64} and answers \\{\"pain\": 99}"),
                Damage.of(
                                "another hash",
                                "UPDATE submission SET content_hash = '%s' WHERE %s".formatted(NO_HASH, RECORD))
                        .violates("I4 plain: stored with hash 0{64}", "I9 plain: stored with hash 0{64}, and"),
                Damage.of(
                                "a receipt with another hash",
                                "UPDATE audit_entry SET content_hash = '%s' WHERE %s".formatted(NO_HASH, STORED))
                        .violates("I4 plain: \\S+ \\S+ has hash", "I9 plain: stored with hash \\w{64}, and"),
                Damage.of(
                                "a conflict with what nobody sent",
                                "UPDATE conflict SET content_hash = '%s' WHERE %s".formatted(NO_HASH, RECORD))
                        .violates("I3 0{64}: a conflict with content that nobody sent"));
    }

    private static Stream<Damage> ofRows() {
        return Stream.of(
                Damage.of("no receipt", "UPDATE audit_entry SET topic_id = NULL WHERE " + STORED)
                        .violates(
                                "I1 plain: accepted at \\S+ \\S+, which has no receipt",
                                "I9 plain: \\S+ \\S+ has the receipts null"),
                Damage.of("a receipt of nothing", appended("DUPLICATE", ":plain", STORED), """
                                UPDATE audit_entry SET topic_id = 'some', record_offset = 1000000,
                                    partition = (SELECT partition FROM audit_entry WHERE %s)
                                WHERE recorded_at = now()""".formatted(STORED))
                        .violates(
                                "I9 Place\\S+ offset=1000000]: DUPLICATE without its outcome on the topic",
                                "I9 Place\\S+ offset=1000000]: a receipt of nothing in the log"),
                Damage.of("no row of a conflict", "DELETE FROM conflict WHERE " + RECORD)
                        .violates("I9 Place\\S+ \\S+: CONFLICT without its row"),
                Damage.of("a row of no conflict", copied("conflict", RECORD, FAR_AWAY))
                        .violates("I9 Place\\S+ offset=1000000]: a row without CONFLICT"),
                Damage.of("no row of a quarantined record", "DELETE FROM quarantine WHERE :unreadable")
                        .violates("I9 Place\\S+ \\S+: QUARANTINED without its row"),
                Damage.of("a row of nothing in quarantine", copied("quarantine", ":unreadable", FAR_AWAY))
                        .violates("I9 Place\\S+ offset=1000000]: a row without QUARANTINED"));
    }
}
