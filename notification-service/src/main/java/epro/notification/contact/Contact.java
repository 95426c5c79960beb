package epro.notification.contact;

import org.jspecify.annotations.Nullable;

/**
 * Someone who hears of alerts.
 *
 * @param studyId {@code *}: of every study
 * @param siteId {@code *}: of every site
 * @param language {@code zh} or {@code en}
 * @param email null: cannot be written to
 */
public record Contact(
        String contactId,
        String studyId,
        String siteId,
        ContactRole role,
        String name,
        String language,
        @Nullable String email,
        boolean active) {

    /** The contact that is always there. */
    public static final String DEFAULT_ID = "default";

    static final String ANY = "*";

    boolean isFor(String study, String site) {
        return studyId.equals(study) && siteId.equals(site);
    }

    @Override
    public String toString() {
        return "Contact[" + contactId + "]";
    }
}
