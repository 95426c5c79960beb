package epro.processing.storing;

/** So many records of a batch fail that the cause is rather ours than theirs: none is quarantined, the batch waits. */
public final class TooManyFailures extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyFailures(int failures, int batch, String example) {
        super(failures + " of " + batch + " records would be quarantined (first: " + example
                + "); none is, the batch is tried again until someone mends the cause");
    }
}
