package epro.notification.journal;

/** Nothing can be written: the schema of its events is not registered yet. */
public final class NotReadyYet extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotReadyYet() {
        super("The journal waits for the schema registry");
    }
}
