package epro.processing.pipeline;

import org.apache.kafka.common.TopicPartition;

/** A batch could not be processed for now; it is brought again until it can. */
final class BatchNotProcessed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BatchNotProcessed(TopicPartition partition, Throwable cause) {
        super(partition + " waits and is tried again: " + cause, cause);
    }
}
