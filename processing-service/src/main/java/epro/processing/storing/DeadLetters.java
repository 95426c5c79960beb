package epro.processing.storing;

import epro.lane.OutboxEvent;
import epro.lane.Position;
import epro.processing.reading.RawRecord;
import epro.schemas.Topics;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the dead-letter topic hears of a quarantined record. A record may be larger than what may be sent, where its batch was
 * compressed: then its place in the log, and the quarantine, have the bytes alone.
 */
final class DeadLetters {
    /** Less than the topic takes and the producer sends, by what a batch and its framing cost. */
    private static final int BYTES_MAX = 1_900_000;

    private DeadLetters() {}

    /** The original bytes under the original key and headers, and beside them why and from where. */
    static OutboxEvent of(Settled.Quarantined quarantined) {
        RawRecord raw = quarantined.raw();
        Map<String, String> headers = new LinkedHashMap<>(raw.headers());
        headers.putAll(about(quarantined));
        OutboxEvent whole = new OutboxEvent(Topics.SUBMISSIONS_DLT, raw.key(), raw.value(), headers);
        if (whole.bytes() <= BYTES_MAX) {
            return whole;
        }
        Map<String, String> instead = about(quarantined);
        instead.put("epro-left-out", "too-large");
        return new OutboxEvent(Topics.SUBMISSIONS_DLT, PassedOn.key(raw), null, instead);
    }

    private static Map<String, String> about(Settled.Quarantined quarantined) {
        Position position = quarantined.raw().position();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("epro-reason", quarantined.reason());
        headers.put("epro-origin", Topics.SUBMISSIONS + "/" + position.partition() + "/" + position.offset());
        return headers;
    }
}
