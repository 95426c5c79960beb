package epro.intake.request;

import epro.support.security.Caller;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whose submission it is. A patient's token says so by itself and the body may only repeat it; a gateway's token lets the
 * body say it, within the studies and sites that the token is for.
 */
final class TokenBinding {
    private static final String ANY = "submissions:write:any";
    private static final String OWN = "submissions:write:own";
    private static final String UNASSIGNED = "unassigned";

    private TokenBinding() {}

    /** Refuses at once who may not write at all. */
    static void requireWriter(Caller caller) {
        if (!caller.has(ANY)) {
            caller.require(OWN);
        }
    }

    static BoundPatient bind(SubmittedForm form, Caller caller) {
        return caller.has(ANY) ? asStated(form, caller) : asToken(form, caller);
    }

    private static BoundPatient asStated(SubmittedForm form, Caller caller) {
        var studyId = Objects.requireNonNullElse(form.studyId(), UNASSIGNED);
        var siteId = Objects.requireNonNullElse(form.siteId(), UNASSIGNED);
        if (!caller.mayRead(studyId, siteId)) {
            throw Caller.forbidden();
        }
        return new BoundPatient(studyId, siteId, form.patientId());
    }

    private static BoundPatient asToken(SubmittedForm form, Caller caller) {
        var own = caller.patient();
        if (own == null
                || disagree(form.studyId(), own.studyId())
                || disagree(form.siteId(), own.siteId())
                || disagree(form.patientId(), own.patientId())) {
            throw Caller.forbidden();
        }
        return new BoundPatient(own.studyId(), own.siteId(), own.patientId());
    }

    private static boolean disagree(@Nullable String stated, String granted) {
        return stated != null && !stated.equals(granted);
    }
}
