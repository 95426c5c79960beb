package epro.support.security;

import java.util.Optional;

/** One of the places that a token is for: {@code STUDY/SITE}, {@code STUDY/*} or {@code *}. */
record SiteGrant(String study, String site) {
    private static final String ANY = "*";

    static Optional<SiteGrant> parse(String text) {
        if (text.equals(ANY)) {
            return Optional.of(new SiteGrant(ANY, ANY));
        }
        int slash = text.lastIndexOf('/');
        return slash < 1 || slash == text.length() - 1
                ? Optional.empty()
                : Optional.of(new SiteGrant(text.substring(0, slash), text.substring(slash + 1)));
    }

    boolean isEverything() {
        return study.equals(ANY) && site.equals(ANY);
    }

    boolean isOf(String studyId) {
        return study.equals(ANY) || study.equals(studyId);
    }

    boolean coversAllOf(String studyId) {
        return isOf(studyId) && site.equals(ANY);
    }

    boolean covers(String studyId, String siteId) {
        return isOf(studyId) && (site.equals(ANY) || site.equals(siteId));
    }
}
