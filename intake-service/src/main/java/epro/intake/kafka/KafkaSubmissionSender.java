package epro.intake.kafka;

import epro.intake.buffer.Delivery;
import epro.intake.buffer.EncodedSubmission;
import epro.intake.buffer.SubmissionSender;
import epro.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends submissions through the shared producer and tells what certainly was not sent from what may have been. */
final class KafkaSubmissionSender implements SubmissionSender {
    private static final Logger log = LoggerFactory.getLogger(KafkaSubmissionSender.class);

    private final SubmissionProducer producer;

    KafkaSubmissionSender(SubmissionProducer producer) {
        this.producer = producer;
    }

    @Override
    public void send(EncodedSubmission submission, Consumer<Delivery> callback) {
        var caller = Thread.currentThread();
        try {
            var _ = producer.get().send(record(submission), (metadata, failure) -> {
                boolean leftProcess = Thread.currentThread() != caller;
                callback.accept(failure == null ? acknowledged(metadata) : failed(submission, failure, leftProcess));
            });
        } catch (RuntimeException e) {
            callback.accept(failed(submission, e, false));
        }
    }

    private static ProducerRecord<byte[], byte[]> record(EncodedSubmission submission) {
        var record = new ProducerRecord<>(
                Topics.SUBMISSIONS,
                (Integer) null,
                submission.receivedAt().toEpochMilli(),
                utf8(submission.patientKey().toString()),
                submission.value().array());
        submission.headers().forEach((name, value) -> record.headers().add(name, utf8(value)));
        return record;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Delivery acknowledged(@Nullable RecordMetadata metadata) {
        if (metadata == null || !metadata.hasOffset()) {
            return new Delivery.Unknown();
        }
        return new Delivery.Acknowledged(metadata.topic(), metadata.partition(), metadata.offset());
    }

    /** The producer refuses on the caller's own thread what it never queued; all else may have reached a broker. */
    private static Delivery failed(EncodedSubmission submission, Exception failure, boolean leftProcess) {
        log.warn(
                "{} {}: {}; the client is told to send again.",
                leftProcess ? "No acknowledgement for" : "Nothing sent for",
                submission.submissionKey(),
                failure.getClass().getSimpleName());
        return leftProcess ? new Delivery.Unknown() : new Delivery.Unsent();
    }
}
