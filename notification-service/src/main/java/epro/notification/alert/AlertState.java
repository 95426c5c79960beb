package epro.notification.alert;

/** Where an alert stands on its way to people, in the order of its life. */
public enum AlertState {
    /** Known, and nobody has been told. */
    DETECTED,
    /** At least one delivery has arrived. */
    NOTIFIED,
    /** Someone has opened it. */
    SEEN,
    /** Someone has taken it on. */
    ACKNOWLEDGED,
    /** An investigator has said what it is. */
    ASSESSED,
    CLOSED;

    /** Whether a person has taken it on; no machine undoes that. */
    public boolean isAnswered() {
        return compareTo(ACKNOWLEDGED) >= 0;
    }
}
