package epro.nmpa.trial;

import epro.nmpa.status.RegisterStatus;
import epro.nmpa.status.StoppedBy;
import epro.nmpa.status.TrialStatus;
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

/** The rows of trials and of their histories. Nothing of them is ever removed. */
@Component
public class TrialTable {
    private static final String ADD = """
            INSERT INTO trial (registration_number, added_at) SELECT unnest(?::text[]), ?
            ON CONFLICT (registration_number) DO NOTHING""";
    private static final String CHANGE = """
            UPDATE trial SET status = :status, stopped_by = :by, original_status = :original, confirmed_at = :at,
                quarantined_at = NULL, changes = :sequence
            WHERE registration_number = :number""";
    private static final String REMEMBER = """
            INSERT INTO trial_status (registration_number, sequence, status, stopped_by, original_status, since, run_id)
            VALUES (:number, :sequence, :status, :by, :original, :at, :runId)""";

    private static final String FRESHNESS = """
            SELECT count(*) AS trials, count(quarantined_at) AS quarantined,
                count(*) FILTER (WHERE quarantined_at IS NULL AND confirmed_at > :since) AS fresh,
                count(*) FILTER (WHERE quarantined_at IS NULL AND confirmed_at <= :since) AS stale,
                count(*) FILTER (WHERE quarantined_at IS NULL AND confirmed_at IS NULL) AS never,
                min(confirmed_at) FILTER (WHERE quarantined_at IS NULL) AS oldest
            FROM trial""";

    private final JdbcClient jdbc;

    TrialTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many of them were not known before. */
    int add(Collection<String> registrationNumbers, Instant now) {
        return jdbc.sql(ADD)
                .param((Object) registrationNumbers.toArray(String[]::new))
                .param(at(now))
                .update();
    }

    public Optional<Trial> find(String registrationNumber) {
        return jdbc.sql("SELECT * FROM trial WHERE registration_number = ?")
                .param(registrationNumber)
                .query(TrialTable::trial)
                .optional();
    }

    List<Trial> after(String registrationNumber, int limit) {
        return jdbc.sql("SELECT * FROM trial WHERE registration_number > ? ORDER BY registration_number LIMIT ?")
                .params(registrationNumber, limit)
                .query(TrialTable::trial)
                .list();
    }

    List<Episode> history(String registrationNumber) {
        return jdbc.sql("SELECT * FROM trial_status WHERE registration_number = ? ORDER BY sequence")
                .param(registrationNumber)
                .query((row, _) -> new Episode(row.getString("status"), instant(row, "since")))
                .list();
    }

    /** The register says the same as before. */
    public void confirm(String registrationNumber, Instant now) {
        jdbc.sql("UPDATE trial SET confirmed_at = ?, quarantined_at = NULL WHERE registration_number = ?")
                .params(at(now), registrationNumber)
                .update();
    }

    /** The register says something else, found by this run. */
    public void change(String registrationNumber, int sequence, RegisterStatus status, Instant now, UUID runId) {
        for (String sql : List.of(CHANGE, REMEMBER)) {
            JdbcClient.StatementSpec statement = jdbc.sql(sql)
                    .param("number", registrationNumber)
                    .param("sequence", sequence)
                    .param("status", status.status().name())
                    .param("by", status.by() == null ? null : status.by().name())
                    .param("original", status.original())
                    .param("at", at(now));
            (sql.equals(REMEMBER) ? statement.param("runId", runId) : statement).update();
        }
    }

    /** The register says that it has no such trial. Whether that is news. */
    public boolean quarantine(String registrationNumber, Instant now) {
        return jdbc.sql("UPDATE trial SET quarantined_at = ? WHERE registration_number = ? AND quarantined_at IS NULL")
                        .params(at(now), registrationNumber)
                        .update()
                == 1;
    }

    /** The age of the oldest confirmation in seconds; empty if nothing was confirmed yet. */
    Optional<Double> oldestConfirmation(Instant now) {
        return jdbc.sql("SELECT min(confirmed_at) AS oldest FROM trial WHERE quarantined_at IS NULL")
                .query((row, _) -> Optional.ofNullable(instant(row, "oldest")))
                .single()
                .map(oldest -> (now.toEpochMilli() - oldest.toEpochMilli()) / 1_000.0);
    }

    /** How many were confirmed since then, and how many were not. */
    FreshnessView freshness(Instant since) {
        return jdbc.sql(FRESHNESS)
                .param("since", at(since))
                .query((row, _) -> new FreshnessView(
                        row.getInt("trials"),
                        row.getInt("fresh"),
                        row.getInt("stale"),
                        row.getInt("never"),
                        row.getInt("quarantined"),
                        instant(row, "oldest")))
                .single();
    }

    private static Trial trial(ResultSet row, int number) throws SQLException {
        String status = row.getString("status");
        String by = row.getString("stopped_by");
        RegisterStatus known = status == null
                ? null
                : new RegisterStatus(
                        TrialStatus.valueOf(status),
                        by == null ? null : StoppedBy.valueOf(by),
                        row.getString("original_status"));
        return new Trial(
                row.getString("registration_number"),
                known,
                instant(row, "confirmed_at"),
                instant(row, "quarantined_at"),
                row.getInt("changes"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
