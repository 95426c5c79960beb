package epro.processing.tables;

import epro.stack.DatabaseAccess;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** A million submissions of the last four years with what belongs to them, put in past all triggers. */
final class MillionRows {

    /**
     * One in twenty is rejected, one in ten suspected; 20,000 patients of ten studies, in the 16 partitions of another topic. Twenty
     * are of a small study, one of its two sites has them all but one, and theirs is a form that nobody else answers; of some of
     * them something is suspected that is an emergency.
     */
    private static final String EACH = """
            FROM (SELECT n, md5('s' || n)::uuid AS key, md5('p' || n % 20000)::uuid AS patient, n % 16 AS lane, n / 16 AS place,
                CASE WHEN n % 50000 = 1 THEN 'SMALL' ELSE 'STUDY-' || n % 10 END AS study,
                CASE WHEN n = 50001 THEN 'SITE-B' WHEN n % 50000 = 1 THEN 'SITE-A' ELSE 'SITE-' || n % 200 END AS site,
                CASE WHEN n % 50000 = 1 THEN 'rare' ELSE 'diary' END AS form,
                CASE WHEN n % 50000 = 1 THEN 'EMERGENCY' ELSE 'ROUTINE' END AS urgency,
                timestamptz 'NOW' - interval '4 years' + n * interval '126 s' AS at FROM generate_series(1, 1000000) n) each
            """;

    private static final String YEARS = """
            DO $$ BEGIN
                CALL make_years('crf_record', 'stored_at', now() - interval '4 years', now());
                CALL make_years('audit_entry', 'recorded_at', now() - interval '4 years', now());
            END $$""";
    private static final String LANES = """
            INSERT INTO lane (name, topic, topic_id, partition, next_offset, sequence, hash)
            SELECT 'old/' || n, 'epro.submissions.v1', 'old', n, 4000, 62500, '\\x00' FROM generate_series(0, 15) n""";
    private static final String SUBMISSIONS = """
            INSERT INTO submission SELECT key, patient, 'S-' || n, study, site, 'P-' || n % 20000, form, '1',
                'c0ffee', CASE WHEN n % 20 = 0 THEN 'REJECTED' ELSE 'STORED' END, 1, 'epro.submissions.v1', 'old', lane,
                place, NULL, NULL, at, at
            """ + EACH;
    private static final String RECORDS = """
            INSERT INTO crf_record SELECT key, 1, form, '1', 'c0ffee', '{}', '{"pain":3}', '{"pain":3}', '[]', '[]', 'old', lane,
                place, at, at, 'hash'
            """ + EACH + "WHERE n % 20 <> 0";
    private static final String REJECTIONS = """
            INSERT INTO rejection SELECT key, 1, form, '1', false, 'c0ffee', '{}', '{"pain":"x"}', '[]', 'epro.submissions.v1',
                'old', lane, place, at, at, 'hash'
            """ + EACH + "WHERE n % 20 = 0";
    private static final String ENTRIES = """
            INSERT INTO audit_entry SELECT 'old/' || lane, place + 1, CASE WHEN n % 20 = 0 THEN 'REJECTED' ELSE 'STORED' END, 'app',
                key::text, 'c0ffee', NULL, at, at, 'old', lane, place, '{"rowHash":"hash"}', '\\x00', '\\x00'
            """ + EACH;
    private static final String EVENTS = """
            INSERT INTO adverse_event SELECT md5('a' || n)::uuid, 1, 'DETECTED', key, patient, study, site, 'P-' || n % 20000,
                'STORED', '{"system":"s","code":"c","display":"d"}', 2, NULL, '{}', urgency, 'built-in',
                '["RULE"]', '[]', at, 'hash'
            """ + EACH + "WHERE n % 10 = 1";
    private static final String LEVELS = """
            INSERT INTO symptom_report SELECT key, 1, patient, at, '{"PROCTCAE_9A_SCL":2}'
            """ + EACH + "WHERE n % 4 = 1";

    /** No checkpoint comes in between, after which every page would go to the log whole once more. */
    private static final String ROOM = "ALTER SYSTEM SET max_wal_size = '8GB'";

    private final DatabaseAccess superuser;
    /** One for all statements: their rows name each other by their times. */
    private final String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();

    private MillionRows(DatabaseAccess superuser) {
        this.superuser = superuser;
    }

    static void into(DatabaseAccess superuser) throws SQLException, InterruptedException, ExecutionException {
        new MillionRows(superuser).fill();
    }

    /** Two at a time. As autovacuum does it, only what holds rows is analyzed, not what is made up of it. */
    private void fill() throws SQLException, InterruptedException, ExecutionException {
        run(ROOM, "SELECT pg_reload_conf()", YEARS, LANES);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<?>> all = List.of(
                    both.submit(() -> run(SUBMISSIONS, REJECTIONS, EVENTS, LEVELS)),
                    both.submit(() -> run(RECORDS, ENTRIES)));
            for (Future<?> one : all) {
                one.get();
            }
        }
        run("""
                DO $$ DECLARE part text; BEGIN
                    FOR part IN SELECT relname FROM pg_class
                        WHERE relkind = 'r' AND relnamespace = 'processing'::regnamespace LOOP
                        EXECUTE 'ANALYZE ' || quote_ident(part);
                    END LOOP;
                END $$""");
    }

    private @Nullable Void run(String... statements) throws SQLException {
        try (Connection connection = superuser.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            for (String sql : statements) {
                statement.execute(sql.replace("'NOW'", "'" + now + "'"));
            }
        }
        return null;
    }
}
