package epro.processing.reading;

/** A record can't be read for now: its schema is still being fetched, or the registry is away. The batch waits. */
public final class NotReadableYet extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotReadableYet(int schemaId) {
        super("schema " + schemaId + " is not known yet; the registry is asked, and the batch is tried again");
    }
}
