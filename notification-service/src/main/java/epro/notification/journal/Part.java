package epro.notification.journal;

/** Rows that a feature gathers during one transaction, so that they are written together at its end. */
public interface Part {
    void write();
}
