package epro.processing.adverseevent;

import epro.processing.listing.Page;
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

    AdverseEventController(AdverseEventQueries queries) {
        this.queries = queries;
    }

    @GetMapping
    Page<AdverseEvent> list(@ModelAttribute AdverseEventFilter filter, Caller caller) {
        return queries.list(filter, Sight.of(caller));
    }
}
