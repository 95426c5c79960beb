package epro.nmpa.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of runs and of what they have to do. */
@Component
class RunTable {
    private static final String INSERT = """
            INSERT INTO sync_run (run_id, state, requested_by, started_at, total, done, changed, failed)
            VALUES (:runId, 'RUNNING', :requestedBy, :startedAt, 0, 0, 0, 0)""";
    private static final String ADD_DUE = """
            INSERT INTO sync_run_trial (run_id, registration_number)
            SELECT ?, registration_number FROM trial
            WHERE quarantined_at IS NULL AND (confirmed_at IS NULL OR confirmed_at <= ?)""";
    private static final String ADD_NAMED = """
            INSERT INTO sync_run_trial (run_id, registration_number)
            SELECT ?, registration_number FROM trial WHERE registration_number = ANY (?::text[])""";
    private static final String SAVE = """
            UPDATE sync_run SET state = :state, total = :total, done = :done, changed = :changed, failed = :failed, ended_at = :endedAt
            WHERE run_id = :runId""";
    private static final String LEFT = """
            SELECT registration_number, attempts FROM sync_run_trial
            WHERE run_id = ? AND outcome IS NULL AND registration_number > ? ORDER BY registration_number LIMIT ?""";
    private static final String BEFORE = """
            SELECT * FROM sync_run WHERE (started_at, run_id) < (?, ?) ORDER BY started_at DESC, run_id DESC LIMIT ?""";

    private final JdbcClient jdbc;

    RunTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID runId, String requestedBy, Instant now) {
        jdbc.sql(INSERT)
                .param("runId", runId)
                .param("requestedBy", requestedBy)
                .param("startedAt", at(now))
                .update();
    }

    /** All that are not in quarantine, and were not confirmed since then. */
    int addDue(UUID runId, Instant notSince) {
        return jdbc.sql(ADD_DUE).params(runId, at(notSince)).update();
    }

    /** Those of these that are known. */
    int addNamed(UUID runId, Collection<String> registrationNumbers) {
        return jdbc.sql(ADD_NAMED)
                .param(runId)
                .param((Object) registrationNumbers.toArray(String[]::new))
                .update();
    }

    void save(UUID runId, RunLife life) {
        Instant ended = life.endedAt();
        jdbc.sql(SAVE)
                .param("state", life.state().name())
                .param("total", life.total())
                .param("done", life.done())
                .param("changed", life.changed())
                .param("failed", life.failed())
                .param("endedAt", ended == null ? null : at(ended))
                .param("runId", runId)
                .update();
    }

    Optional<Run> find(UUID runId) {
        return jdbc.sql("SELECT * FROM sync_run WHERE run_id = ?")
                .param(runId)
                .query(RunTable::run)
                .optional();
    }

    /** The same, and nobody else changes it before the transaction ends. */
    Optional<Run> lock(UUID runId) {
        return jdbc.sql("SELECT * FROM sync_run WHERE run_id = ? FOR UPDATE")
                .param(runId)
                .query(RunTable::run)
                .optional();
    }

    /** The one that is under way. */
    Optional<Run> running() {
        return jdbc.sql("SELECT * FROM sync_run WHERE state = 'RUNNING'")
                .query(RunTable::run)
                .optional();
    }

    /** The newest first, those that started before this one. */
    List<Run> before(Instant startedAt, UUID runId, int limit) {
        return jdbc.sql(BEFORE)
                .params(at(startedAt), runId, limit)
                .query(RunTable::run)
                .list();
    }

    /** What is to be asked yet, behind this number. */
    List<Left> left(UUID runId, String behind, int limit) {
        return jdbc.sql(LEFT)
                .params(runId, behind, limit)
                .query((row, _) -> new Left(row.getString(1), row.getInt(2)))
                .list();
    }

    void attempted(UUID runId, String registrationNumber, int attempts) {
        jdbc.sql("UPDATE sync_run_trial SET attempts = ? WHERE run_id = ? AND registration_number = ?")
                .params(attempts, runId, registrationNumber)
                .update();
    }

    /** Whether it was not settled before. */
    boolean settle(UUID runId, String registrationNumber, Outcome outcome) {
        return jdbc.sql("""
                                UPDATE sync_run_trial SET outcome = ?
                                WHERE run_id = ? AND registration_number = ? AND outcome IS NULL""").params(outcome.name(), runId, registrationNumber).update() == 1;
    }

    /** Whether the lease with this number is still the newest; it stays so until the transaction ends. */
    boolean leads(long fencing) {
        return jdbc.sql("SELECT fencing FROM regulator_lease WHERE fencing = ? FOR SHARE")
                .param(fencing)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        RunLife life = new RunLife(
                RunState.valueOf(row.getString("state")),
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("changed"),
                row.getInt("failed"),
                instant(row.getObject("ended_at", OffsetDateTime.class)));
        Instant started = row.getObject("started_at", OffsetDateTime.class).toInstant();
        return new Run(row.getObject("run_id", UUID.class), started, life);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
