package epro.processing.replay;

import java.util.Comparator;
import java.util.UUID;

/** A submission to be read once more, for a form that was published after it came. */
record Replay(UUID submissionKey, String formId, String formVersion, Place original) {

    /** Where a record stands in the log. */
    record Place(String topic, String topicId, int partition, long offset) implements Comparable<Place> {
        private static final Comparator<Place> ORDER = Comparator.comparing(Place::topicId)
                .thenComparingInt(Place::partition)
                .thenComparingLong(Place::offset);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    @Override
    public String toString() {
        return "Replay[" + submissionKey + "]";
    }
}
