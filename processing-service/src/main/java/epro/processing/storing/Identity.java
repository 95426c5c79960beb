package epro.processing.storing;

/**
 * What stands under a submission's key.
 *
 * @param contentHash of what was sent first
 * @param state STORED or REJECTED
 * @param revision how often it was evaluated
 */
record Identity(String contentHash, String state, int revision) {
    static final String STORED = "STORED";
    static final String REJECTED = "REJECTED";

    boolean isRejected() {
        return state.equals(REJECTED);
    }
}
