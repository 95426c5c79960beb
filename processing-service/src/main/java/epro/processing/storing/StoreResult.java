package epro.processing.storing;

/** How far a batch got. */
public sealed interface StoreResult {

    /**
     * Everything of the batch is settled, now or before.
     *
     * @param fresh how many records were settled by this call
     */
    record Done(int fresh) implements StoreResult {}

    /**
     * The batch has a hole: offsets from {@code expected} on are to be consumed first.
     *
     * @param expected the next offset that the lane waits for
     * @param found the offset that came instead
     */
    record Gap(long expected, long found) implements StoreResult {}
}
