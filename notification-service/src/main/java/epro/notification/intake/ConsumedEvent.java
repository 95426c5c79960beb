package epro.notification.intake;

import org.jspecify.annotations.Nullable;

/** The bytes of a record and where it stood; they are a patient's, so its text form is its place only. */
final class ConsumedEvent {
    private final String topic;
    private final int partition;
    private final long offset;
    private final byte @Nullable [] key;
    private final byte @Nullable [] value;

    ConsumedEvent(String topic, int partition, long offset, byte @Nullable [] key, byte @Nullable [] value) {
        this.topic = topic;
        this.partition = partition;
        this.offset = offset;
        this.key = key;
        this.value = value;
    }

    String topic() {
        return topic;
    }

    int partition() {
        return partition;
    }

    long offset() {
        return offset;
    }

    byte @Nullable [] key() {
        return key;
    }

    byte @Nullable [] value() {
        return value;
    }

    /** Such as {@code epro.adverse-events.v1/3/1041}. */
    @Override
    public String toString() {
        return topic + "/" + partition + "/" + offset;
    }
}
