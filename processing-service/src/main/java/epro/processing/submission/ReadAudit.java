package epro.processing.submission;

import epro.lane.AuditFact;
import epro.lane.LaneAppend;
import epro.lane.Lanes;
import epro.support.security.Caller;
import java.sql.Connection;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Notes in the lane {@code operations} who reads one patient's data, before its first byte is sent. */
@Component
class ReadAudit {
    private static final String LANE = "operations";
    private static final long NO_POSITION = -1;

    private final TransactionTemplate transactions;
    private final JdbcTemplate jdbc;
    private final InstantSource clock;

    ReadAudit(TransactionTemplate transactions, JdbcTemplate jdbc, InstantSource clock) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void read(Caller caller, UUID submissionKey) {
        var fact = new AuditFact(
                "READ",
                caller.subject(),
                submissionKey.toString(),
                null,
                null,
                null,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null,
                "{}");
        transactions.executeWithoutResult(_ -> jdbc.execute((Connection connection) -> {
            LaneAppend append = new LaneAppend(Lanes.lock(connection, LANE));
            append.record(fact);
            Lanes.save(connection, append, NO_POSITION);
            return true;
        }));
    }
}
