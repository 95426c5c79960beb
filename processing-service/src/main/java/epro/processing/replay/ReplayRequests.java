package epro.processing.replay;

import epro.keeper.LaneTransactions;
import epro.lane.AuditFact;
import epro.lane.LaneAppend;
import epro.lane.Lanes;
import epro.schemas.json.CanonicalJson;
import epro.schemas.json.JsonValue;
import java.sql.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Notes which rejections are to be read again, each in the audit trail too, or neither. */
@Component
class ReplayRequests {
    private static final String ACTOR = "processing-service";
    private static final long WITHOUT_SOURCE = -1;
    private static final int BATCH = 500;

    private final TransactionTemplate transactions;
    private final JdbcTemplate jdbc;
    private final ReplayTable table;
    private final InstantSource clock;

    ReplayRequests(TransactionTemplate transactions, JdbcTemplate jdbc, ReplayTable table, InstantSource clock) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.table = table;
        this.clock = clock;
    }

    /** How many were noted. */
    int make() {
        int made = 0;
        int batch;
        do {
            batch = makeBatch();
            made += batch;
        } while (batch == BATCH);
        return made;
    }

    private int makeBatch() {
        Integer made = transactions.execute(_ -> jdbc.execute((Connection connection) -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            List<Replay> requested = table.request(now, BATCH);
            if (!requested.isEmpty()) {
                LaneAppend append = new LaneAppend(Lanes.lock(connection, LaneTransactions.OPERATIONS));
                requested.forEach(replay -> append.record(requested(replay, now)));
                Lanes.save(connection, append, WITHOUT_SOURCE);
            }
            return requested.size();
        }));
        return Objects.requireNonNull(made);
    }

    private static AuditFact requested(Replay replay, Instant now) {
        String detail = CanonicalJson.write(new JsonValue.Members(Map.of(
                "formId", new JsonValue.Text(replay.formId()),
                "formVersion", new JsonValue.Text(replay.formVersion()),
                "reason", new JsonValue.Text(UnknownFormReplay.REASON))));
        return new AuditFact(
                "REPLAY_REQUESTED", ACTOR, replay.submissionKey().toString(), null, null, null, now, null, detail);
    }
}
