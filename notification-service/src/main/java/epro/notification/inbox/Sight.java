package epro.notification.inbox;

import epro.notification.alert.AlertIdentity;
import epro.support.security.Caller;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What of the alerts a caller may see: those of their studies and sites, and of these the patient only with {@code crf:read}. */
final class Sight {
    private static final String PATIENT_DATA = "crf:read";
    private static final String ANY = "*";
    private static final String ACKNOWLEDGE = "alerts:acknowledge";

    private final Caller caller;

    private Sight(Caller caller) {
        this.caller = caller;
    }

    /** Refuses with 403 who may see no alert at all. */
    static Sight of(Caller caller) {
        if (!caller.has(PATIENT_DATA)) {
            caller.require(ACKNOWLEDGE);
        }
        return new Sight(caller);
    }

    /** The same for those who want to answer. */
    static Sight ofAnswering(Caller caller) {
        caller.require(ACKNOWLEDGE);
        return new Sight(caller);
    }

    static boolean mayAnswer(Caller caller) {
        return caller.has(ACKNOWLEDGE);
    }

    boolean covers(AlertIdentity identity) {
        return covers(identity.studyId(), identity.siteId());
    }

    boolean covers(String studyId, String siteId) {
        return caller.mayRead(studyId, siteId);
    }

    boolean showsPatients() {
        return caller.has(PATIENT_DATA);
    }

    boolean coversEverything() {
        return caller.sites().stream().anyMatch(Set.of(ANY, ANY + "/" + ANY)::contains);
    }

    /** The sites, if the token names each; empty if it speaks of all of a study. */
    Optional<List<Desk.Place>> namedPlaces() {
        if (caller.sites().stream().anyMatch(site -> site.contains(ANY))) {
            return Optional.empty();
        }
        return Optional.of(caller.sites().stream()
                .filter(site -> site.indexOf('/') > 0)
                .map(Sight::place)
                .filter(place -> covers(place.studyId(), place.siteId()))
                .distinct()
                .toList());
    }

    private static Desk.Place place(String site) {
        int slash = site.lastIndexOf('/');
        return new Desk.Place(site.substring(0, slash), site.substring(slash + 1));
    }
}
