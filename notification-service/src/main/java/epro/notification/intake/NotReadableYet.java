package epro.notification.intake;

/** The schema of a record is not here yet. */
final class NotReadableYet extends Exception {
    private static final long serialVersionUID = 1L;
}
