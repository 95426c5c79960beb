package epro.benchmarks.processing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;

/** What a JDBC sink connector does: one row a record, upserted in batches, and no more. */
final class UpsertStore implements PlainStore {
    private final DataSource database;
    private final InstantSource clock;
    private final RecordTable records;

    UpsertStore(DataSource database, InstantSource clock, String schema) throws SQLException {
        this.database = database;
        this.clock = clock;
        this.records = new RecordTable(schema);
        try (Connection connection = database.getConnection()) {
            records.create(connection);
        }
    }

    @Override
    public void store(List<PlainRow> rows, Commits atEachCommit) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement upsert = connection.prepareStatement(records.upsert())) {
                for (PlainRow row : rows) {
                    RecordTable.bind(upsert, row, clock);
                    upsert.addBatch();
                }
                upsert.executeBatch();
            }
            connection.commit();
        }
        atEachCommit.committed(rows.size());
    }

    @Override
    public long stored() throws SQLException {
        return records.count(database);
    }

    /** Nothing is promised but the rows. */
    @Override
    public boolean holds() {
        return true;
    }
}
