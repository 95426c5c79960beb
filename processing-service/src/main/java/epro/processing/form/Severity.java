package epro.processing.form;

/** What a violation leads to. */
public enum Severity {
    /** The submission is rejected. */
    ERROR,
    /** The submission is stored with an issue. */
    WARNING
}
