package epro.processing.datacheck;

import epro.processing.datacheck.AnnouncedEvents.Share;
import epro.schemas.Keys;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/** Holds the revisions of suspected adverse events against their audit entries, and against the events on the topic. */
class AdverseEventCheck {
    private static final int FETCH = 2_000;

    private final AnnouncedEvents announced;
    private final DataSource dataSource;

    AdverseEventCheck(AnnouncedEvents announced, DataSource dataSource) {
        this.announced = announced;
        this.dataSource = dataSource;
    }

    /** Compares all that the snapshot holds; what the topic has beyond it is looked for in the database of now. */
    void run(Connection snapshot, Progress progress)
            throws SQLException, InterruptedException, ExecutionException, TimeoutException {
        new AdverseEventProofs(snapshot, progress).run();
        int shares = announced.shares();
        Instant keptSince = announced.keptSince();
        for (int number = 0; number < shares; number++) {
            Share share = new Share(number, shares);
            Set<UUID> ids = announced.read(share, progress);
            walk(snapshot, row -> seek(row, share, ids, keptSince, progress));
            if (!ids.isEmpty()) {
                findStrangers(ids, progress);
            }
        }
    }

    /** Takes what it finds out of the announced ones. */
    private static void seek(Row row, Share share, Set<UUID> ids, Instant keptSince, Progress progress) {
        if (!share.holds(row.eventId()) || ids.remove(row.eventId())) {
            return;
        }
        if (row.detectedAt().isBefore(keptSince)) {
            progress.compared(Counted.ADVERSE_EVENTS_PAST_RETENTION, 1);
        } else {
            String subject = row.aeId() + "/" + row.revision();
            progress.found(Code.EVENT_MISSING, subject, "no event of this revision is on the topic");
        }
    }

    /** What is left was announced after the snapshot, or of nothing. */
    private void findStrangers(Set<UUID> ids, Progress progress) throws SQLException, InterruptedException {
        try (Snapshot now = Snapshot.of(dataSource)) {
            walk(now.connection(), row -> ids.remove(row.eventId()));
        }
        ids.forEach(id ->
                progress.found(Code.EVENT_WITHOUT_ROW, id.toString(), "an event on the topic of no revision here"));
    }

    /** Meets every row once, a few in memory at a time; the connection is in a transaction, without which none are fetched so. */
    private static void walk(Connection connection, RowReader reader) throws SQLException, InterruptedException {
        String all = "SELECT ae_id, revision, detected_at FROM adverse_event";
        try (PreparedStatement select = connection.prepareStatement(all)) {
            select.setFetchSize(FETCH);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Interruption.check();
                    reader.accept(new Row(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getObject(3, OffsetDateTime.class).toInstant()));
                }
            }
        }
    }

    /** One revision. */
    private record Row(UUID aeId, String revision, Instant detectedAt) {
        UUID eventId() {
            return Keys.nameBased(aeId, revision);
        }
    }

    /** Takes rows one after the other. */
    private interface RowReader {
        void accept(Row row);
    }
}
