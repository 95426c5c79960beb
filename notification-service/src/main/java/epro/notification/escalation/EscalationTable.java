package epro.notification.escalation;

import epro.notification.alert.Urgency;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class EscalationTable {
    private static final String START = """
        INSERT INTO escalation (lead_id, urgency, started_at, ladder, steps_done, due_at) VALUES (?, ?, ?, 0, 0, ?)
        ON CONFLICT (lead_id) DO UPDATE SET urgency = excluded.urgency, started_at = excluded.started_at,
            ladder = 0, due_at = least(escalation.due_at, excluded.due_at), follow_up_at = NULL
        WHERE escalation.due_at IS NULL
            OR (escalation.urgency = 'URGENT' AND excluded.urgency = 'EMERGENCY')\
        """;

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    EscalationTable(JdbcTemplate batches) {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
    }

    /** Each case once. Begins, or begins anew if it rested or the case was less urgent; what is due earlier stays so. */
    void start(Collection<Start> starts) {
        batches.batchUpdate(START, starts.stream().map(EscalationTable::row).toList());
    }

    private static Object[] row(Start start) {
        return new Object[] {
            start.leadId(),
            start.urgency().name(),
            start.at().atOffset(ZoneOffset.UTC),
            start.dueAt().atOffset(ZoneOffset.UTC)
        };
    }

    /** No step is due any more. */
    void rest(UUID leadId) {
        jdbc.sql("UPDATE escalation SET due_at = NULL WHERE lead_id = ?")
                .param(leadId)
                .update();
    }

    /** What is to follow an acknowledgement is looked for then, according to the urgency of the case. */
    void followUp(UUID leadId, Instant ofEmergency, Instant ofUrgent) {
        jdbc.sql("UPDATE escalation SET follow_up_at = CASE urgency WHEN 'EMERGENCY' THEN ? ELSE ? END WHERE"
                        + " lead_id = ?")
                .params(ofEmergency.atOffset(ZoneOffset.UTC), ofUrgent.atOffset(ZoneOffset.UTC), leadId)
                .update();
    }

    /** Nothing is left to follow. */
    void followedUp(UUID leadId) {
        jdbc.sql("UPDATE escalation SET follow_up_at = NULL WHERE lead_id = ?")
                .param(leadId)
                .update();
    }

    /** People were called once more, and the first step is next. */
    void beganAnew(UUID leadId, Instant now, Instant dueAt) {
        jdbc.sql("""
            UPDATE escalation SET started_at = ?, ladder = 0, steps_done = steps_done + 1, due_at = ?, follow_up_at = NULL
            WHERE lead_id = ?\
            """)
                .params(now.atOffset(ZoneOffset.UTC), dueAt.atOffset(ZoneOffset.UTC), leadId)
                .update();
    }

    void stepped(UUID leadId, Instant dueAt) {
        jdbc.sql("UPDATE escalation SET ladder = ladder + 1, steps_done = steps_done + 1, due_at = ? WHERE lead_id = ?")
                .params(dueAt.atOffset(ZoneOffset.UTC), leadId)
                .update();
    }

    List<UUID> due(Instant now, int most) {
        return jdbc.sql("SELECT lead_id FROM escalation WHERE due_at <= ? ORDER BY due_at LIMIT ?")
                .params(now.atOffset(ZoneOffset.UTC), most)
                .query((row, _) -> row.getObject("lead_id", UUID.class))
                .list();
    }

    List<UUID> toFollowUp(Instant now, int most) {
        return jdbc.sql("SELECT lead_id FROM escalation WHERE follow_up_at <= ? ORDER BY follow_up_at LIMIT ?")
                .params(now.atOffset(ZoneOffset.UTC), most)
                .query((row, _) -> row.getObject("lead_id", UUID.class))
                .list();
    }

    Optional<Escalation> ifToFollowUp(UUID leadId, Instant now) {
        return jdbc.sql("SELECT * FROM escalation WHERE lead_id = ? AND follow_up_at <= ?")
                .params(leadId, now.atOffset(ZoneOffset.UTC))
                .query(EscalationTable::escalation)
                .optional();
    }

    Optional<Escalation> ifDue(UUID leadId, Instant now) {
        return jdbc.sql("SELECT * FROM escalation WHERE lead_id = ? AND due_at <= ?")
                .params(leadId, now.atOffset(ZoneOffset.UTC))
                .query(EscalationTable::escalation)
                .optional();
    }

    private static Escalation escalation(ResultSet row, int number) throws SQLException {
        return new Escalation(
                row.getObject("lead_id", UUID.class),
                Urgency.valueOf(row.getString("urgency")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getInt("ladder"),
                row.getInt("steps_done"));
    }
}
