package epro.lane;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event to publish, in the bytes in which it will be sent every time. */
public final class OutboxEvent {

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
}
