package epro.nmpa.journal;

/** Nothing can be written: the schema of its events is not registered yet. */
final class NotReadyYet extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    NotReadyYet() {
        super("The journal waits for the schema registry");
    }
}
