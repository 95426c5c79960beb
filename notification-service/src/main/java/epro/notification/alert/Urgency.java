package epro.notification.alert;

/** How fast people must hear of it, the least urgent first. */
public enum Urgency {
    ROUTINE,
    URGENT,
    EMERGENCY;

    public boolean isAbove(Urgency other) {
        return compareTo(other) > 0;
    }

    /** Whether it leaves the inbox: people are called to it and called again. */
    public boolean isLoud() {
        return this != ROUTINE;
    }
}
