package epro.cli.chaos.fault;

import static java.util.stream.Collectors.joining;

import epro.cli.chaos.fault.Fault.Seen;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Poison and its neighbours in the log.
 *
 * @param placed in the order of the log; others may stand between them
 */
public record Poured(int partition, List<Placed> placed) {

    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);
    private static final Duration A_MOMENT = Duration.ofMillis(200);
    private static final String FATES = """
            SELECT e.record_offset, e.action, q.reason FROM processing.audit_entry e
            LEFT JOIN processing.quarantine q USING (topic_id, partition, record_offset)
            WHERE e.topic_id IS NOT NULL AND partition = ? AND record_offset = ANY (?)""";

    /**
     * One record.
     *
     * @param kind what is the matter with it; null for a good neighbour
     */
    public record Placed(long offset, @Nullable PoisonKind kind) {

        private Set<Fate> mayBecome() {
            return kind == null ? Set.of(Fate.STORED) : kind.fates();
        }

        private String text() {
            return kind == null ? "a good neighbour" : kind.text();
        }
    }

    /** Waits until all are settled, for a minute at most; by offset, without those that are not. */
    public SortedMap<Long, Fate> awaitFates(Grounds grounds) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + SETTLED_WITHIN.toNanos();
        SortedMap<Long, Fate> fates = fates(grounds);
        while (fates.size() < placed.size() && System.nanoTime() < deadline) {
            Thread.sleep(A_MOMENT);
            fates = fates(grounds);
        }
        return fates;
    }

    private SortedMap<Long, Fate> fates(Grounds grounds) throws SQLException {
        SortedMap<Long, Fate> fates = new TreeMap<>();
        try (Connection session = grounds.reader();
                PreparedStatement query = session.prepareStatement(FATES)) {
            query.setInt(1, partition);
            query.setArray(
                    2,
                    session.createArrayOf(
                            "int8", placed.stream().map(Placed::offset).toArray()));
            ResultSet row = query.executeQuery();
            while (row.next()) {
                fates.put(row.getLong(1), new Fate(row.getString(2), row.getString(3)));
            }
        }
        return fates;
    }

    Seen seen(Grounds grounds) throws SQLException, InterruptedException {
        return seen(awaitFates(grounds));
    }

    /** A receipt is for good: whatever is wrong with it stays wrong. */
    Seen seen(SortedMap<Long, Fate> fates) {
        List<String> wrong = placed.stream()
                .filter(one -> fates.containsKey(one.offset()))
                .filter(one -> !one.mayBecome().contains(fates.get(one.offset())))
                .map(one -> "%s at %d:%d became %s and not one of %s"
                        .formatted(one.text(), partition, one.offset(), fates.get(one.offset()), one.mayBecome()))
                .toList();
        String became = placed.stream()
                .filter(one -> one.kind() != null)
                .map(one -> "%s at %d %s".formatted(one.text(), one.offset(), fates.get(one.offset())))
                .collect(joining(", "));
        return new Seen(
                fates.size() == placed.size(),
                "%d of %d records settled in partition %d: %s"
                        .formatted(fates.size(), placed.size(), partition, became),
                wrong);
    }
}
