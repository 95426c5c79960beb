package epro.processing.datacheck;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Holds the receipts and the rows of one partition against each other, a range of offsets at a time. */
final class PartitionCheck {

    private static final int RANGE = 2_000;
    private static final String RECEIPTS = """
            SELECT record_offset, action, entity, content_hash, detail FROM audit_entry
            WHERE topic_id = ? AND partition = ? AND record_offset >= ? AND record_offset < ?
            ORDER BY record_offset, sequence""";

    private final Connection connection;
    private final LaneRow lane;
    private final Progress progress;
    private final Coverage coverage;

    PartitionCheck(Connection connection, LaneRow lane, Progress progress) {
        this.connection = connection;
        this.lane = lane;
        this.progress = progress;
        this.coverage = new Coverage(lane, progress);
    }

    /**
     * Compares from the first offset on.
     *
     * @param end the first offset that is not compared
     */
    void run(long end) throws SQLException, InterruptedException {
        for (long from = 0; from < end; from += RANGE) {
            Interruption.check();
            OffsetRange range = new OffsetRange(lane, from, Math.min(end, from + RANGE));
            List<Receipt> receipts = receipts(range);
            receipts.forEach(coverage::accept);
            new RowComparison(connection, range, progress).compare(receipts);
            progress.compared(Counted.OFFSETS, range.size());
        }
        coverage.reach(end);
    }

    private List<Receipt> receipts(OffsetRange range) throws SQLException {
        List<Receipt> receipts = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(RECEIPTS)) {
            range.bind(select);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    receipts.add(new Receipt(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            Objects.requireNonNullElse(row.getString(4), ""),
                            row.getString(5)));
                }
            }
        }
        return receipts;
    }
}
