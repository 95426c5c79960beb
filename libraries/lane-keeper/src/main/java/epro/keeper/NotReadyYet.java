package epro.keeper;

/** Nothing can be written to a lane: the schema of its events is not registered yet. */
public final class NotReadyYet extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotReadyYet() {
        super("The lane waits for the schema registry");
    }
}
