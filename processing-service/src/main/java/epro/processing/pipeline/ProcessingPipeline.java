package epro.processing.pipeline;

import epro.lane.LanePublisher;
import epro.lane.SourcePartition;
import epro.processing.reading.RawRecord;
import epro.processing.reading.ReadRecord;
import epro.processing.reading.SubmissionReader;
import epro.processing.storing.StoreResult;
import epro.processing.storing.SubmissionStore;
import java.sql.SQLException;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What happens to a batch of one partition: read, store, publish.
 *
 * <p>Reading is pure. Storing is one transaction that also moves the lane's position, so that doing all of this again,
 * whole or in part, here or in another process, changes nothing. Only when this returns may the batch be acknowledged
 * to Kafka; an exception means that the infrastructure is in the way, and the same batch is to be brought again.
 */
@Component
class ProcessingPipeline {
    private final BatchesAtOnce atOnce;
    private final SubmissionReader reader;
    private final SubmissionStore store;
    private final LanePublisher publisher;

    ProcessingPipeline(BatchesAtOnce atOnce, SubmissionReader reader, SubmissionStore store, LanePublisher publisher) {
        this.atOnce = atOnce;
        this.reader = reader;
        this.store = store;
        this.publisher = publisher;
    }

    StoreResult process(SourcePartition source, List<RawRecord> batch) throws SQLException, InterruptedException {
        StoreResult result = atOnce.work(() -> {
            List<ReadRecord> read = batch.stream().map(reader::read).toList();
            return store.store(source, read);
        });
        publisher.publish(source.laneName());
        return result;
    }
}
