package epro.processing.datacheck;

/** Where a data check can be cancelled. */
final class Interruption {

    private Interruption() {}

    static void check() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the data check is cancelled");
        }
    }
}
