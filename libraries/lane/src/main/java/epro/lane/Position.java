package epro.lane;

/** Where the record lies whose receipt an audit entry is; no two entries have the same position. */
public record Position(String topicId, int partition, long offset) {}
