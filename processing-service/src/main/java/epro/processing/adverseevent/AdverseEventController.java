package epro.processing.adverseevent;

import epro.processing.listing.Page;
import epro.processing.listing.ReadAudit;
import epro.processing.listing.Sight;
import epro.support.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Suspected adverse events, for those who may see their study and site, and for the patient. */
@RestController
@RequestMapping("/api/v1/adverse-events")
class AdverseEventController {
    private final AdverseEventQueries queries;
    private final ReadAudit audit;

    AdverseEventController(AdverseEventQueries queries, ReadAudit audit) {
        this.queries = queries;
        this.audit = audit;
    }

    /** A list of one submission's or one patient's is a reading that is audited before the answer. */
    @GetMapping
    Page<AdverseEvent> list(@ModelAttribute AdverseEventFilter filter, Caller caller) {
        Sight sight = Sight.of(caller);
        AdverseEventFilter narrowed = sight.ownOnly()
                .map(patient -> filter.ofPatient(patient.studyId(), patient.patientId()))
                .orElse(filter);
        Page<AdverseEvent> page = queries.list(narrowed, sight);
        audit.readAdverseEvents(caller, narrowed.readOf(page.items()));
        return page;
    }
}
