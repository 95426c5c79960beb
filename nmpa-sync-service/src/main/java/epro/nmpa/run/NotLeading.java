package epro.nmpa.run;

/** Another replica may have taken the lease: nothing was written. */
final class NotLeading extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotLeading() {
        super("the lease has passed on");
    }
}
