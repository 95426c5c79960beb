package epro.lane;

/**
 * A lane's row, as it was read under its lock.
 *
 * @param nextOffset the first offset not yet processed; -1 in a lane without a source
 * @param sequence the number of audit entries
 * @param hash lower-case hex of the last entry's hash; the {@linkplain Canonical#genesis genesis} link while there is none
 * @param outboxEnd the sequence of the last event ever emitted
 * @param publishedThrough the sequence of the last event that was acknowledged
 */
public record LaneHead(
        String lane, long nextOffset, long sequence, String hash, long outboxEnd, long publishedThrough) {}
