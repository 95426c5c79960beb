package epro.processing.harm;

/** Who saw it. */
public enum Source {
    RULE,
    MODEL
}
