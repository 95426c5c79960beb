package epro.notification.intake;

/** So many records of a batch could not be read that the cause is rather ours than theirs: none is put aside, the batch waits. */
final class TooManyUnread extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int ALWAYS_ALLOWED = 3;
    private static final int ALLOWED_ONE_IN = 10;

    private TooManyUnread(long unread, int batch) {
        super(unread + " of " + batch
                + " records would be put aside; none is, they are tried again until someone mends the cause");
    }

    /**
     * Lets a few pass: three, or a tenth of the batch.
     *
     * @throws TooManyUnread if there are more
     */
    static void refuse(long unread, int batch) {
        if (unread > Math.max(ALWAYS_ALLOWED, batch / ALLOWED_ONE_IN)) {
            throw new TooManyUnread(unread, batch);
        }
    }
}
