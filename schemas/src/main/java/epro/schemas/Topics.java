package epro.schemas;

/** The names of all topics, typed in here and nowhere else. */
public final class Topics {

    public static final String SUBMISSIONS = "epro.submissions.v1";
    public static final String SUBMISSIONS_DLT = "epro.submissions.v1.dlt";
    public static final String OUTCOMES = "epro.submission-outcomes.v1";
    public static final String ADVERSE_EVENTS = "epro.adverse-events.v1";
    public static final String ALERTS = "epro.alerts.v1";
    public static final String AUDIT_CHECKPOINTS = "epro.audit-checkpoints.v1";
    public static final String TRIAL_STATUS_CHANGES = "nmpa.trial-status-changes.v1";

    private Topics() {}
}
