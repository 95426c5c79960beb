package epro.processing.storing;

import epro.lane.AuditFact;
import epro.lane.LaneAppend;
import epro.lane.LaneHead;
import epro.lane.Lanes;
import epro.lane.Position;
import epro.lane.SourcePartition;
import epro.processing.reading.ReadRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores a batch of one partition in one short transaction, under the lock of the partition's lane.
 *
 * <p>Guarantees:
 *
 * <ul>
 *   <li>Each offset is settled exactly once: what lies below the lane's next offset is dropped, whoever brings it.
 *   <li>No offset is skipped: a batch that begins above the next offset changes nothing.
 *   <li>Rows, suspected adverse events, audit entries, outcomes and the new position are committed together or not at all.
 *   <li>An error of the infrastructure is thrown and leaves nothing behind.
 * </ul>
 */
@Component
public class SubmissionStore {
    private final TransactionTemplate transactions;
    private final JdbcTemplate jdbc;
    private final Consequences consequences;
    private final InstantSource clock;

    SubmissionStore(
            TransactionTemplate transactions, JdbcTemplate jdbc, Consequences consequences, InstantSource clock) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.consequences = consequences;
        this.clock = clock;
    }

    /** Settles the batch up to its end or its first hole. */
    public StoreResult store(SourcePartition source, List<ReadRecord> batch) {
        return inTransaction(connection -> storeOn(connection, source, batch));
    }

    /** Notes for ever that the log has lost the offsets from {@code from} to before {@code to}, and goes on behind them. */
    public void acceptLoss(SourcePartition source, long from, long to) {
        inTransaction(connection -> {
            LaneHead head = Lanes.lock(connection, source);
            if (head.nextOffset() == from) {
                LaneAppend append = new LaneAppend(head);
                append.record(gap(source, from, to));
                Lanes.save(connection, append, to);
            }
            return to;
        });
    }

    private StoreResult storeOn(Connection connection, SourcePartition source, List<ReadRecord> batch)
            throws SQLException {
        LaneHead head = Lanes.lock(connection, source);
        List<ReadRecord> fresh = contiguous(batch, head.nextOffset());
        if (!fresh.isEmpty()) {
            settle(connection, source, head, fresh);
        }
        long next = head.nextOffset() + fresh.size();
        long found = offset(batch.getLast());
        return found >= next ? new StoreResult.Gap(next, firstFrom(batch, next)) : new StoreResult.Done(fresh.size());
    }

    private void settle(Connection connection, SourcePartition source, LaneHead head, List<ReadRecord> fresh)
            throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var settlement = new Settlement(connection, source.topic(), now);
        LaneAppend append = new LaneAppend(head);
        new CarefulSettlement(
                        connection,
                        append,
                        records -> consequences.write(connection, append, settlement.settle(records), now))
                .settle(fresh);
        Lanes.save(connection, append, offset(fresh.getLast()) + 1);
    }

    private static List<ReadRecord> contiguous(List<ReadRecord> batch, long from) {
        List<ReadRecord> run = new ArrayList<>();
        long expected = from;
        for (ReadRecord record : batch) {
            if (offset(record) == expected) {
                run.add(record);
                expected++;
            }
        }
        return run;
    }

    private static long firstFrom(List<ReadRecord> batch, long from) {
        return batch.stream()
                .mapToLong(SubmissionStore::offset)
                .filter(offset -> offset >= from)
                .findFirst()
                .orElseThrow();
    }

    private AuditFact gap(SourcePartition source, long from, long to) {
        return new AuditFact(
                "GAP",
                "processing-service",
                source.topicId() + "/" + source.partition() + "/" + from,
                null,
                null,
                null,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                new Position(source.topicId(), source.partition(), from),
                RecordJson.texts(Map.of("from", Long.toString(from), "to", Long.toString(to))));
    }

    private static long offset(ReadRecord record) {
        return record.raw().position().offset();
    }

    private <T> T inTransaction(Work<T> work) {
        T result = transactions.execute(_ -> jdbc.execute((Connection connection) -> work.on(connection)));
        if (result == null) {
            throw new IllegalStateException("a transaction without a result");
        }
        return result;
    }

    /** What is done on one connection within one transaction. */
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
