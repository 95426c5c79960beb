package epro.benchmarks.processing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.IntUnaryOperator;
import javax.sql.DataSource;

/**
 * One record a transaction, each with an audit entry in a hash chain, written as one would write it well: the row goes in
 * before the chain is locked, and entry and head are written by one statement.
 */
final class ChainedStore implements PlainStore {
    private static final String TABLES = """
            CREATE TABLE SCHEMA.chain (chain integer PRIMARY KEY, sequence bigint NOT NULL, hash bytea NOT NULL);
            CREATE TABLE SCHEMA.audit_entry (
                chain integer, sequence bigint, submission_key uuid NOT NULL, content_hash text NOT NULL,
                partition integer NOT NULL, record_offset bigint NOT NULL, recorded_at timestamptz NOT NULL,
                hash bytea NOT NULL, PRIMARY KEY (chain, sequence))""";
    private static final String LOCK = "SELECT sequence, hash FROM SCHEMA.chain WHERE chain = ? FOR UPDATE";
    private static final String APPEND = """
            WITH entry AS (
                INSERT INTO SCHEMA.audit_entry (chain, sequence, submission_key, content_hash, partition, record_offset,
                    recorded_at, hash)
                VALUES (?, ?, ?::uuid, ?, ?, ?, ?, ?) RETURNING chain, sequence, hash)
            UPDATE SCHEMA.chain SET sequence = entry.sequence, hash = entry.hash FROM entry
            WHERE chain.chain = entry.chain""";

    private final DataSource database;
    private final InstantSource clock;
    private final String schema;
    private final RecordTable records;
    private final IntUnaryOperator chainOf;

    /** @param chainOf the chain of each partition */
    ChainedStore(DataSource database, InstantSource clock, String schema, IntUnaryOperator chainOf)
            throws SQLException {
        this.database = database;
        this.clock = clock;
        this.schema = schema;
        this.records = new RecordTable(schema);
        this.chainOf = chainOf;
        try (Connection connection = database.getConnection()) {
            records.create(connection);
            Bed.run(connection, List.of(TABLES.replace("SCHEMA", schema)));
            for (int partition = 0; partition < Bed.PARTITIONS; partition++) {
                Bed.run(
                        connection,
                        List.of("INSERT INTO %s.chain VALUES (%d, 0, '') ON CONFLICT DO NOTHING"
                                .formatted(schema, chainOf.applyAsInt(partition))));
            }
        }
    }

    @Override
    public void store(List<PlainRow> rows, Commits atEachCommit) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(records.insert());
                    PreparedStatement lock = connection.prepareStatement(LOCK.replace("SCHEMA", schema));
                    PreparedStatement append = connection.prepareStatement(APPEND.replace("SCHEMA", schema))) {
                for (int done = 0; done < rows.size(); done++) {
                    PlainRow row = rows.get(done);
                    RecordTable.bind(insert, row, clock);
                    if (insert.executeUpdate() == 1) {
                        append(lock, append, row);
                    }
                    connection.commit();
                    atEachCommit.committed(done + 1);
                }
            }
        }
    }

    private void append(PreparedStatement lock, PreparedStatement append, PlainRow row) throws SQLException {
        int chain = chainOf.applyAsInt(row.partition());
        lock.setInt(1, chain);
        try (ResultSet head = lock.executeQuery()) {
            head.next();
            PlainEntry.next(head.getLong(1), head.getBytes(2), row, clock.instant())
                    .bind(append, chain);
        }
        append.executeUpdate();
    }

    @Override
    public long stored() throws SQLException {
        return records.count(database);
    }

    /** Each record has its entry, and each chain can be recomputed up to its head. */
    @Override
    public boolean holds() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return PlainEntry.hold(connection, schema, stored());
        }
    }
}
