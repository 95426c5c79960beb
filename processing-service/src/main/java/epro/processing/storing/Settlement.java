package epro.processing.storing;

import epro.processing.proof.StoredRow;
import epro.processing.proof.StoredTable;
import epro.processing.reading.Evaluation;
import epro.processing.reading.ReadRecord;
import epro.processing.reading.ReadRecord.Evaluated;
import epro.processing.suspicion.Report;
import epro.processing.suspicion.SuspectedRevision;
import epro.processing.suspicion.Suspicions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Decides what becomes of each record of a batch, in the order of the log, and writes the rows. Runs inside the
 * caller's transaction and under the lane's lock.
 */
final class Settlement {
    private final Connection connection;
    private final String topic;
    private final Instant now;
    private final Rows rows;

    Settlement(Connection connection, String topic, Instant now) {
        this.connection = connection;
        this.topic = topic;
        this.now = now;
        this.rows = new Rows(topic, now);
    }

    List<SettledRecord> settle(List<ReadRecord> records) throws SQLException {
        List<Evaluated> evaluated = records.stream()
                .filter(Evaluated.class::isInstance)
                .map(Evaluated.class::cast)
                .toList();
        Map<UUID, Identity> identities = Identities.claim(connection, evaluated, topic, now);
        List<Settled> settled =
                records.stream().map(record -> settle(record, identities)).toList();
        Identities.revise(connection, revisions(settled), topic, now);
        insertRows(settled);
        return suspect(settled);
    }

    /** With what was read for harm in every submission that is not a mere repetition. */
    private List<SettledRecord> suspect(List<Settled> settled) throws SQLException {
        List<Optional<Report>> reports =
                settled.stream().map(Settlement::report).toList();
        Map<Report, List<SuspectedRevision>> revisions = new Suspicions(connection, now)
                .settle(reports.stream().flatMap(Optional::stream).toList());
        return IntStream.range(0, settled.size())
                .mapToObj(i -> new SettledRecord(
                        settled.get(i), reports.get(i).map(revisions::get).orElse(List.of())))
                .toList();
    }

    private static Optional<Report> report(Settled settled) {
        return switch (settled) {
            case Settled.Stored stored -> Optional.of(report(stored, "STORED", stored.revision()));
            case Settled.Rejected rejected -> Optional.of(report(rejected, "REJECTED", rejected.revision()));
            case Settled.Conflicting conflicting -> Optional.of(report(conflicting, "CONFLICT", 1));
            case Settled.Quarantined odd ->
                odd.heard().map(heard -> new Report(heard, odd.raw().position()));
            case Settled.Duplicate _ -> Optional.empty();
        };
    }

    private static Report report(Settled.OfSubmission settled, String state, int revision) {
        return new Report(settled.record(), state, revision);
    }

    private Settled settle(ReadRecord record, Map<UUID, Identity> identities) {
        return switch (record) {
            case Evaluated evaluated -> settleEvaluated(evaluated, identities);
            case ReadRecord.Quarantined odd ->
                new Settled.Quarantined(odd.raw(), odd.reason(), odd.heard(), rows.quarantine(odd.raw(), odd.reason()));
        };
    }

    private Settled settleEvaluated(Evaluated record, Map<UUID, Identity> identities) {
        UUID key = record.submission().key();
        String contentHash = record.submission().event().getContentHash();
        Identity known = identities.get(key);
        if (known == null) {
            identities.put(key, new Identity(contentHash, Identities.stateOf(record.evaluation()), 1));
            return evaluated(record, 1);
        }
        if (!known.contentHash().equals(contentHash)) {
            return new Settled.Conflicting(record, rows.conflict(record.raw(), record.submission()));
        }
        if (!record.raw().isReplay() || !known.isRejected()) {
            return new Settled.Duplicate(record);
        }
        int revision = known.revision() + 1;
        identities.put(key, new Identity(contentHash, Identities.stateOf(record.evaluation()), revision));
        return evaluated(record, revision);
    }

    private Settled evaluated(Evaluated record, int revision) {
        return switch (record.evaluation()) {
            case Evaluation.Valid valid ->
                new Settled.Stored(
                        record, valid, revision, rows.crfRecord(record.raw(), record.submission(), valid, revision));
            case Evaluation.Invalid invalid ->
                new Settled.Rejected(
                        record,
                        invalid,
                        revision,
                        rows.rejection(record.raw(), record.submission(), invalid, revision));
        };
    }

    /** The last evaluation of each submission that was evaluated before. */
    private static Map<Evaluated, Integer> revisions(List<Settled> settled) {
        Map<UUID, Evaluated> last = new LinkedHashMap<>();
        Map<Evaluated, Integer> revisions = new LinkedHashMap<>();
        for (Settled one : settled) {
            int revision = revisionOf(one);
            if (revision > 1 && one instanceof Settled.OfSubmission again) {
                Evaluated before = last.put(again.submission().key(), again.record());
                if (before != null) {
                    revisions.remove(before);
                }
                revisions.put(again.record(), revision);
            }
        }
        return revisions;
    }

    private static int revisionOf(Settled settled) {
        return switch (settled) {
            case Settled.Stored stored -> stored.revision();
            case Settled.Rejected rejected -> rejected.revision();
            case Settled.Duplicate _, Settled.Conflicting _, Settled.Quarantined _ -> 0;
        };
    }

    private void insertRows(List<Settled> settled) throws SQLException {
        Map<StoredTable, List<StoredRow>> byTable = new LinkedHashMap<>();
        for (Settled one : settled) {
            rowOf(one)
                    .ifPresent(row -> byTable.computeIfAbsent(row.table(), _ -> new ArrayList<>())
                            .add(row));
        }
        for (Map.Entry<StoredTable, List<StoredRow>> entry : byTable.entrySet()) {
            entry.getKey().insert(connection, entry.getValue());
        }
    }

    private static Optional<StoredRow> rowOf(Settled settled) {
        return switch (settled) {
            case Settled.Stored stored -> Optional.of(stored.row());
            case Settled.Rejected rejected -> Optional.of(rejected.row());
            case Settled.Conflicting conflicting -> Optional.of(conflicting.row());
            case Settled.Quarantined quarantined -> Optional.of(quarantined.row());
            case Settled.Duplicate _ -> Optional.empty();
        };
    }
}
