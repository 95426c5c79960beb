package epro.notification.inbox;

import org.jspecify.annotations.Nullable;

/**
 * What a coordinator's desk is narrowed to.
 *
 * @param studyId null: all that they may see
 * @param siteId null: all that they may see
 */
public record DeskFilter(
        Show state, @Nullable String studyId, @Nullable String siteId) {

    /** Which alerts. */
    public enum Show {
        OPEN("(state IN ('DETECTED', 'NOTIFIED', 'SEEN') OR raised)"),
        ACKNOWLEDGED("NOT (state IN ('DETECTED', 'NOTIFIED', 'SEEN') OR raised)"),
        ALL("true");

        private final String condition;

        Show(String condition) {
            this.condition = condition;
        }

        String condition() {
            return condition;
        }
    }

    AlertFilter places() {
        return new AlertFilter(null, studyId, siteId, null, null, null, null, null, null);
    }
}
