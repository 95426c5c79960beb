package epro.processing.datacheck;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** What a snapshot is held against that lies outside of the database: topics, and the alerts of another service. */
record Comparisons(CheckpointCheck checkpoints, AdverseEventCheck adverseEvents, AlertCheck alerts) {

    /**
     * Compares all of it.
     *
     * @param checkpointsBefore the end of the topic of checkpoints before the snapshot was taken
     */
    void run(Connection snapshot, long checkpointsBefore, Progress progress)
            throws SQLException, TimeoutException, ExecutionException, InterruptedException, IOException {
        progress.stage("checkpoints", Counted.CHECKPOINTS);
        checkpoints.run(snapshot, checkpointsBefore, progress);
        progress.stage("adverse events", Counted.ADVERSE_EVENTS, Counted.ADVERSE_EVENTS_PAST_RETENTION);
        adverseEvents.run(snapshot, progress);
        alerts.run(snapshot, progress);
    }
}
