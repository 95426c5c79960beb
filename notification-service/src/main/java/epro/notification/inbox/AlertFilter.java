package epro.notification.inbox;

import epro.notification.alert.AlertIdentity;
import epro.notification.alert.AlertState;
import epro.notification.alert.Urgency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a list is narrowed to, and its order: the oldest first, or {@code order=newest}; everything is optional. */
record AlertFilter(
        @Nullable AlertState state,
        @Nullable String studyId,
        @Nullable String siteId,
        @Nullable UUID aeId,
        @Nullable UUID submissionKey,
        @Nullable Urgency urgency,
        @Nullable String order,
        @Nullable Integer limit,
        @Nullable String cursor) {
    private static final int USUAL_LIMIT = 100;
    private static final int LARGEST_LIMIT = 500;

    int rows() {
        return limit == null ? USUAL_LIMIT : Math.clamp(limit, 1, LARGEST_LIMIT);
    }

    boolean newestFirst() {
        return "newest".equals(order);
    }

    /** How the database is to sort them. */
    String sorted() {
        return newestFirst() ? "created_at DESC, alert_id DESC" : "created_at, alert_id";
    }

    /** Whether the alert is of the study and site asked for. */
    boolean covers(AlertIdentity identity) {
        return (studyId == null || studyId.equals(identity.studyId()))
                && (siteId == null || siteId.equals(identity.siteId()));
    }
}
