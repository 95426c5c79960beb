package epro.processing.storing;

import epro.processing.reading.ReadRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;

/**
 * Settles a batch whole; where the data of one record makes that fail, record by record, so that only the guilty one is
 * quarantined. An error of the infrastructure is never blamed on a record: it is thrown.
 */
final class CarefulSettlement {
    private static final int FAILURES_ALWAYS_ALLOWED = 3;
    private static final int FAILURES_ALLOWED_ONE_IN = 10;

    private final Connection connection;
    private final Settlement settlement;

    CarefulSettlement(Connection connection, Settlement settlement) {
        this.connection = connection;
        this.settlement = settlement;
    }

    List<SettledRecord> settle(List<ReadRecord> records) throws SQLException {
        refuseTooMany(records);
        Savepoint whole = connection.setSavepoint();
        try {
            List<SettledRecord> settled = settlement.settle(records);
            connection.releaseSavepoint(whole);
            return settled;
        } catch (SQLException error) {
            if (!DataFault.isOne(error)) {
                throw error;
            }
            connection.rollback(whole);
        }
        return oneByOne(records);
    }

    private List<SettledRecord> oneByOne(List<ReadRecord> records) throws SQLException {
        List<SettledRecord> settled = new ArrayList<>();
        List<ReadRecord> settledAs = new ArrayList<>();
        for (ReadRecord record : records) {
            ReadRecord tried = afterTrying(record, settled);
            settledAs.add(tried);
            refuseTooMany(settledAs, records.size());
        }
        return settled;
    }

    private ReadRecord afterTrying(ReadRecord record, List<SettledRecord> settled) throws SQLException {
        Savepoint single = connection.setSavepoint();
        try {
            settled.addAll(settlement.settle(List.of(record)));
            connection.releaseSavepoint(single);
            return record;
        } catch (SQLException error) {
            if (!DataFault.isOne(error)) {
                throw error;
            }
            connection.rollback(single);
            var refused = new ReadRecord.Failed(record.raw(), "refused by the database: " + error.getSQLState());
            settled.addAll(settlement.settle(List.of(refused)));
            return refused;
        }
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
