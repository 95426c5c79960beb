package epro.processing.storing;

import epro.lane.LaneAppend;
import epro.processing.reading.Heard;
import epro.processing.reading.ReadRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Settles a batch whole, with all that follows from it; where the data of one record makes that fail, record by record, so
 * that only the guilty one is quarantined. An error of the infrastructure is never blamed on a record: it is thrown.
 */
final class CarefulSettlement {
    private static final int FAILURES_ALWAYS_ALLOWED = 3;
    private static final int FAILURES_ALLOWED_ONE_IN = 10;

    private final Connection connection;
    private final LaneAppend append;
    private final Step step;

    /**
     * Does the step once or often.
     *
     * @param append takes back what a step that failed has added
     */
    CarefulSettlement(Connection connection, LaneAppend append, Step step) {
        this.connection = connection;
        this.append = append;
        this.step = step;
    }

    /** Settles records, and writes all that follows from them. */
    interface Step {
        void take(List<ReadRecord> records) throws SQLException;
    }

    void settle(List<ReadRecord> records) throws SQLException {
        refuseTooMany(records);
        if (attempt(records).isPresent()) {
            oneByOne(records);
        }
    }

    private void oneByOne(List<ReadRecord> records) throws SQLException {
        List<ReadRecord> settledAs = new ArrayList<>();
        for (ReadRecord record : records) {
            settledAs.add(afterTrying(record));
            refuseTooMany(settledAs, records.size());
        }
    }

    private ReadRecord afterTrying(ReadRecord record) throws SQLException {
        Optional<String> fault = attempt(List.of(record));
        if (fault.isEmpty()) {
            return record;
        }
        ReadRecord heard = new ReadRecord.Failed(record.raw(), fault.get(), heardIn(record));
        if (attempt(List.of(heard)).isEmpty()) {
            return heard;
        }
        ReadRecord unheard = new ReadRecord.Failed(record.raw(), fault.get());
        step.take(List.of(unheard));
        return unheard;
    }

    private static Optional<Heard> heardIn(ReadRecord record) {
        return switch (record) {
            case ReadRecord.Evaluated(var _, var submission, var _, var harm) ->
                Optional.of(new Heard(submission, harm));
            case ReadRecord.Quarantined odd -> odd.heard();
        };
    }

    /** Empty if it went well; else nothing of it is left, and the fault is one that the data may have. */
    private Optional<String> attempt(List<ReadRecord> records) throws SQLException {
        LaneAppend.Mark mark = append.mark();
        Savepoint before = connection.setSavepoint();
        String fault;
        try {
            step.take(records);
            connection.releaseSavepoint(before);
            return Optional.empty();
        } catch (SQLException error) {
            fault = DataFault.of(error);
        } catch (RuntimeException error) {
            fault = DataFault.of(error);
        }
        connection.rollback(before);
        append.backTo(mark);
        return Optional.of(fault);
    }

    private static void refuseTooMany(List<ReadRecord> records) {
        refuseTooMany(records, records.size());
    }

    private static void refuseTooMany(List<ReadRecord> records, int batch) {
        List<ReadRecord.Failed> failed = records.stream()
                .filter(ReadRecord.Failed.class::isInstance)
                .map(ReadRecord.Failed.class::cast)
                .toList();
        if (failed.size() > Math.max(FAILURES_ALWAYS_ALLOWED, batch / FAILURES_ALLOWED_ONE_IN)) {
            throw new TooManyFailures(failed.size(), batch, failed.getFirst().reason());
        }
    }
}
