package epro.intake;

import static org.awaitility.Awaitility.await;

import epro.schemas.Topics;
import epro.schemas.codec.Decoded;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.SubmissionReceived;
import epro.stack.LocalStack;
import epro.testing.TopicReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What intake has put on the topic of submissions. */
public record TopicEvents(LocalStack stack) {

    /** The record of the submission with this key. */
    public ConsumerRecord<byte[], byte[]> of(String submissionKey) {
        return new TopicReader(stack.kafka())
                .read(Topics.SUBMISSIONS).stream()
                        .filter(record -> submissionKey.equals(headers(record).get("ce_id")))
                        .findFirst()
                        .orElseThrow();
    }

    public SubmissionReceived event(ConsumerRecord<byte[], byte[]> record) {
        var registry =
                Map.<String, Object>of("epro.registry.url", stack.registry().toString());
        try (var codec = RecordCodec.open(registry)) {
            return await().until(() -> decoded(codec, record), Optional::isPresent)
                    .orElseThrow();
        }
    }

    public static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        var headers = new HashMap<String, String>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    private static Optional<SubmissionReceived> decoded(RecordCodec codec, ConsumerRecord<byte[], byte[]> record) {
        return switch (codec.decode(record.value(), SubmissionReceived.class)) {
            case Decoded.Read<SubmissionReceived> read -> Optional.of(read.value());
            case Decoded.SchemaPending<SubmissionReceived> _ -> Optional.empty();
            case Decoded.Unreadable<SubmissionReceived> bad -> throw new AssertionError(bad.reason());
        };
    }
}
