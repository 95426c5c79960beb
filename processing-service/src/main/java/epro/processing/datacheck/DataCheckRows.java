package epro.processing.datacheck;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Data checks as the database remembers them. */
class DataCheckRows {

    /** Without a sign of life for so long, a data check that says it runs is abandoned. */
    static final Duration ALIVE = Duration.ofSeconds(30);

    private static final String INSERT = """
            INSERT INTO data_check (data_check_id, state, requested_by, started_at, heartbeat_at)
            VALUES (:id, 'RUNNING', :by, :now, :now)""";
    private static final String BEAT = """
            UPDATE data_check SET heartbeat_at = :now, stage = :stage, compared = :compared::jsonb, found = :found::jsonb
            WHERE data_check_id = :id RETURNING cancel_requested""";
    private static final String END = """
            UPDATE data_check SET state = :state, ended_at = :now, heartbeat_at = :now, failure = :failure
            WHERE data_check_id = :id AND ended_at IS NULL""";
    private static final String CANCEL = """
            UPDATE data_check SET cancel_requested = true WHERE data_check_id = :id AND ended_at IS NULL""";
    private static final String FINDING = """
            INSERT INTO data_check_finding (data_check_id, code, subject, detail)
            VALUES (:id, :code, :subject, :detail)""";
    private static final String FINDINGS = """
            SELECT code, subject, detail FROM data_check_finding WHERE data_check_id = :id ORDER BY place""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final JsonMapper json;
    private final InstantSource clock;

    DataCheckRows(JdbcClient jdbc, TransactionTemplate transactions, JsonMapper json, InstantSource clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /** A new data check, which counts as running from now on. */
    UUID insert(String requestedBy) {
        UUID id = UUID.randomUUID();
        jdbc.sql(INSERT)
                .param("id", id)
                .param("by", requestedBy)
                .param("now", now())
                .update();
        return id;
    }

    /** Notes that it is alive and how far it has come; says whether it is to be cancelled. */
    boolean beat(UUID id, Progress.Report report) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            report.fresh().forEach(finding -> insert(id, finding));
            return jdbc.sql(BEAT)
                    .param("id", id)
                    .param("now", now())
                    .param("stage", report.stage())
                    .param("compared", json.writeValueAsString(report.compared()))
                    .param("found", json.writeValueAsString(report.found()))
                    .query(Boolean.class)
                    .single();
        }));
    }

    void end(UUID id, DataCheckState state, @Nullable String failure) {
        jdbc.sql(END)
                .param("id", id)
                .param("state", state.name())
                .param("now", now())
                .param("failure", failure)
                .update();
    }

    /** Whether it ran, so that there was something to cancel. */
    boolean requestCancel(UUID id) {
        return jdbc.sql(CANCEL).param("id", id).update() == 1;
    }

    Optional<DataCheck> find(UUID id) {
        return jdbc.sql("SELECT * FROM data_check WHERE data_check_id = :id")
                .param("id", id)
                .query((row, _) -> read(row))
                .optional();
    }

    private DataCheck read(ResultSet row) throws SQLException {
        UUID id = row.getObject("data_check_id", UUID.class);
        Timestamp ended = row.getTimestamp("ended_at");
        return new DataCheck(
                id,
                state(row),
                row.getTimestamp("started_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getString("stage"),
                everyCount(counts(row.getString("compared"))),
                jdbc.sql(FINDINGS)
                        .param("id", id)
                        .query((finding, _) -> finding(finding))
                        .list(),
                counts(row.getString("found")),
                row.getString("failure"));
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(row.getString("code"), row.getString("subject"), row.getString("detail"));
    }

    private DataCheckState state(ResultSet row) throws SQLException {
        DataCheckState state = DataCheckState.valueOf(row.getString("state"));
        Instant heartbeat = row.getTimestamp("heartbeat_at").toInstant();
        boolean silent = heartbeat.isBefore(clock.instant().minus(ALIVE));
        return state == DataCheckState.RUNNING && silent ? DataCheckState.ABANDONED : state;
    }

    private Map<String, Long> counts(String text) {
        return json.readValue(text, new TypeReference<Map<String, Long>>() {});
    }

    private static Map<String, @Nullable Long> everyCount(Map<String, Long> known) {
        Map<String, @Nullable Long> all = new LinkedHashMap<>();
        for (Counted counted : List.of(Counted.values())) {
            all.put(counted.text(), known.get(counted.text()));
        }
        return all;
    }

    private void insert(UUID id, Finding finding) {
        jdbc.sql(FINDING)
                .param("id", id)
                .param("code", finding.code())
                .param("subject", finding.subject())
                .param("detail", finding.detail())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
