package epro.notification.alert;

/** What can happen to an alert; the words stand in timelines, audit entries and events. */
public enum AlertAction {
    /** Its first report opened a case. */
    DETECTED,
    /** Its first report joined a case that was open. */
    JOINED,
    /** A later revision of the report has come. */
    REVISED,
    /** Something else in its case was more urgent. */
    RAISED,
    /** The report was taken back. */
    WITHDRAWN,
    NOTIFIED,
    /** A delivery outside of the inbox has arrived. */
    DELIVERED,
    /** A delivery was given up. */
    DELIVERY_FAILED,
    /** A delivery was still to be made when somebody acknowledged, and nobody has to be called any more. */
    DELIVERY_NOT_NEEDED,
    /** Nobody acknowledged in time, so the next were told. */
    ESCALATED,
    /** It was acknowledged, and neither assessed nor closed in time. */
    REMINDED,
    SEEN,
    ACKNOWLEDGED,
    ASSESSED,
    CLOSED
}
