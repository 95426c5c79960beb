package epro.support.security;

import java.util.Optional;

/** One of the places that a token is for: {@code STUDY/SITE}, {@code STUDY/*} or {@code *}. */
public record SiteGrant(String study, String site) {
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

    /** The one study that it is for; empty if it is for every one. */
    public Optional<String> onlyStudy() {
        return study.equals(ANY) ? Optional.empty() : Optional.of(study);
    }

    /** The one site that it is for; empty if it is for every one of the study. */
    public Optional<String> onlySite() {
        return site.equals(ANY) ? Optional.empty() : Optional.of(site);
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
