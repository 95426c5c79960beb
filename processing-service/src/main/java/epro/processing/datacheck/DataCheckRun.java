package epro.processing.datacheck;

import epro.schemas.Topics;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One data check from its first look to its verdict. */
class DataCheckRun {

    private static final Logger LOG = LoggerFactory.getLogger(DataCheckRun.class);

    private final DataCheckRows rows;
    private final DataSource dataSource;
    private final Log log;
    private final Comparisons comparisons;
    private final Deadlines deadlines;

    DataCheckRun(DataCheckRows rows, DataSource dataSource, Log log, Comparisons comparisons, Deadlines deadlines) {
        this.rows = rows;
        this.dataSource = dataSource;
        this.log = log;
        this.comparisons = comparisons;
        this.deadlines = deadlines;
    }

    void run(UUID id, Ticket ticket) {
        Progress progress = new Progress();
        DataCheckState state = DataCheckState.FAILED;
        String failure = null;
        try (Heartbeat _ = new Heartbeat(id, rows, progress, ticket)) {
            compare(progress);
            state = progress.clean() ? DataCheckState.CLEAN : DataCheckState.FINDINGS;
        } catch (InterruptedException | InterruptException e) {
            state = DataCheckState.CANCELLED;
        } catch (SQLException | IOException | ExecutionException | TimeoutException | RuntimeException e) {
            LOG.error("Data check {} came to no verdict, start another once the cause is gone", id, e);
            failure = e.toString();
        }
        boolean _ = Thread.interrupted();
        rows.beat(id, progress.report());
        rows.end(id, state, failure);
    }

    /** The ends are asked for after the lanes were read, so that a lane that just went on is not blamed. */
    private static void reportTruncation(List<LaneRow> sources, LogEnds later, Progress progress) {
        sources.stream()
                .filter(later::endsBefore)
                .forEach(lane -> progress.found(
                        Code.LOG_SHORTER_THAN_LANE,
                        Topics.SUBMISSIONS + "/" + lane.partition() + "/" + lane.nextOffset(),
                        "the log ends before what its lane has processed: new records would count as done"));
    }

    /** What is fixed at the start is compared as one snapshot of the database shows it, in which nothing moves. */
    private void compare(Progress progress)
            throws SQLException, IOException, ExecutionException, TimeoutException, InterruptedException {
        new SettingsCheck(dataSource, progress).run();
        progress.stage("waiting for the pipeline");
        LogEnds ends = log.ends();
        deadlines.awaitReached(ends, progress);
        List<LaneRow> lanes;
        try (Snapshot snapshot = Snapshot.of(dataSource)) {
            lanes = LaneRow.all(snapshot.connection());
            List<LaneRow> sources =
                    lanes.stream().filter(LaneRow::followsSubmissions).toList();
            reportTruncation(sources, log.ends(), progress);
            progress.stage("rows", Counted.OFFSETS, Counted.RECORDS, Counted.REJECTIONS, Counted.QUARANTINED);
            progress.stage("rows", Counted.DUPLICATES, Counted.CONFLICTS);
            for (LaneRow source : sources) {
                new PartitionCheck(snapshot.connection(), source, progress).run(ends.endFor(source));
            }
            new StrayRowCheck(snapshot.connection(), sources, progress).run();
            new SubmissionCheck(snapshot.connection(), progress).run();
            progress.stage("chains", Counted.AUDIT_ENTRIES);
            new ChainCheck(snapshot.connection(), progress).run();
            progress.stage("publication");
            deadlines.awaitPublished(lanes, progress);
            comparisons.run(snapshot.connection(), ends.checkpoints(), progress);
        }
        progress.stage("done");
    }
}
