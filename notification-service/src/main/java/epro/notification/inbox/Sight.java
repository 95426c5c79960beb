package epro.notification.inbox;

import epro.notification.alert.AlertIdentity;
import epro.support.security.Caller;

/** What of the alerts a caller may see: those of their studies and sites, and of these the patient only with {@code crf:read}. */
final class Sight {
    private static final String PATIENT_DATA = "crf:read";
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

    Caller caller() {
        return caller;
    }
}
