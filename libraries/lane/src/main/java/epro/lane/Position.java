package epro.lane;

import org.jspecify.annotations.Nullable;

/** Where the record lies whose receipt an audit entry is; no two entries have the same position. */
public record Position(String topicId, int partition, long offset) {

    /** Of three columns that are all empty or all filled; where somebody left it half filled, one that was never hashed. */
    public static @Nullable Position ofColumns(
            @Nullable String topicId, @Nullable Integer partition, @Nullable Long offset) {
        if (topicId == null && partition == null && offset == null) {
            return null;
        }
        return new Position(
                topicId == null ? "" : topicId, partition == null ? -1 : partition, offset == null ? -1 : offset);
    }
}
