package epro.keeper;

import epro.lane.LaneNotPublished;
import epro.lane.LanePublisher;
import epro.schemas.Topics;
import epro.schemas.codec.RecordCodec;
import epro.schemas.codec.RegistryUnavailable;
import epro.schemas.event.AuditCheckpoint;
import java.sql.SQLException;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Signs in intervals, and sends what was signed right away. */
class CheckpointJob {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointJob.class);

    private final CheckpointSigner signer;
    private final RecordCodec codec;
    private final LanePublisher publisher;
    private boolean prepared;

    CheckpointJob(CheckpointSigner signer, RecordCodec codec, LanePublisher publisher) {
        this.signer = signer;
        this.codec = codec;
        this.publisher = publisher;
    }

    @Scheduled(fixedDelayString = "${epro.signing.interval:5s}")
    synchronized void run() {
        try {
            prepareOnce();
            if (signer.signIfMoved().isPresent()) {
                publisher.publish(CheckpointSigner.LANE);
            }
        } catch (SQLException | RegistryUnavailable | NotReadyYet | KafkaException e) {
            LOG.warn("No checkpoint was signed, it is tried again in a moment: {}", e.toString());
        } catch (LaneNotPublished e) {
            LOG.warn("A checkpoint is signed but not yet published, it is sent again in a moment: {}", e.toString());
        }
    }

    private void prepareOnce() {
        if (!prepared) {
            codec.prepare(Topics.AUDIT_CHECKPOINTS, AuditCheckpoint.getClassSchema());
            prepared = true;
        }
    }
}
