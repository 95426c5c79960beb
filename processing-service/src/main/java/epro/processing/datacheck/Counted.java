package epro.processing.datacheck;

/** The kinds of things that are compared, by the names that the answer has for them. */
enum Counted {
    OFFSETS("offsets"),
    RECORDS("records"),
    REJECTIONS("rejections"),
    QUARANTINED("quarantined"),
    DUPLICATES("duplicates"),
    CONFLICTS("conflicts"),
    AUDIT_ENTRIES("auditEntries"),
    CHECKPOINTS("checkpoints"),
    ADVERSE_EVENTS("adverseEvents"),
    /** Of these, those whose event the topic need not hold any more: older than it is kept. */
    ADVERSE_EVENTS_PAST_RETENTION("adverseEventsPastRetention"),
    ALERTS("alerts");

    private final String text;

    Counted(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
