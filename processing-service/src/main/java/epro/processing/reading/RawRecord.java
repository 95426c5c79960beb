package epro.processing.reading;

import epro.lane.Position;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A consumed record as the broker gave it; its bytes are kept whatever becomes of it. */
public final class RawRecord {
    private final Position position;
    private final byte @Nullable [] key;
    private final byte @Nullable [] value;
    private final Map<String, String> headers;

    public RawRecord(Position position, byte @Nullable [] key, byte @Nullable [] value, Map<String, String> headers) {
        this.position = position;
        this.key = key;
        this.value = value;
        this.headers = Map.copyOf(headers);
    }

    public Position position() {
        return position;
    }

    public byte @Nullable [] key() {
        return key;
    }

    public byte @Nullable [] value() {
        return value;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** Whether someone asked for this record to be evaluated once more. */
    public boolean isReplay() {
        return headers.containsKey("epro-replay");
    }
}
