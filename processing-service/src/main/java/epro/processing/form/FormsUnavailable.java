package epro.processing.form;

/** Whether a form is published can't be told for now: the database is away. What asked has to wait. */
public final class FormsUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FormsUnavailable(Throwable cause) {
        super("whether a form is published can't be told for now", cause);
    }
}
