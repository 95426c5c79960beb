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
        OPEN,
        ACKNOWLEDGED,
        ALL
    }
}
