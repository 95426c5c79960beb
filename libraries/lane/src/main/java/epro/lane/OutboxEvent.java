package epro.lane;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event to publish, in the bytes in which it will be sent every time. */
public final class OutboxEvent {

    /** Two lengths and more for each header. */
    private static final int HEADER_FRAMING = 16;

    private final String topic;
    private final byte @Nullable [] key;
    private final byte @Nullable [] value;
    private final Map<String, String> headers;

    /**
     * Takes copies of the bytes.
     *
     * @param headers sent in this order
     */
    public OutboxEvent(String topic, byte @Nullable [] key, byte @Nullable [] value, Map<String, String> headers) {
        this.topic = topic;
        this.key = key == null ? null : key.clone();
        this.value = value == null ? null : value.clone();
        this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    public String topic() {
        return topic;
    }

    public byte @Nullable [] key() {
        return key == null ? null : key.clone();
    }

    public byte @Nullable [] value() {
        return value == null ? null : value.clone();
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** About how many bytes it takes on the wire: key, value and headers, without what a batch adds. */
    public long bytes() {
        long headerBytes = headers.entrySet().stream()
                .mapToLong(header -> HEADER_FRAMING + utf8(header.getKey()) + utf8(header.getValue()))
                .sum();
        return (key == null ? 0 : key.length) + (value == null ? 0 : value.length) + headerBytes;
    }

    private static long utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
