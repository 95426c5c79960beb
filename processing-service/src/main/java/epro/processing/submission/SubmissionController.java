package epro.processing.submission;

import epro.processing.listing.Page;
import epro.processing.listing.ReadAudit;
import epro.processing.listing.Sight;
import epro.support.problem.ProblemException;
import epro.support.security.Caller;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Submissions as they stand in the database, for those who may see their study and site, and for the patient. */
@RestController
@RequestMapping("/api/v1/submissions")
class SubmissionController {
    private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(1);

    private final SubmissionQueries queries;
    private final ReadAudit audit;
    private final Patience patience;

    SubmissionController(SubmissionQueries queries, ReadAudit audit, Patience patience) {
        this.queries = queries;
        this.audit = audit;
        this.patience = patience;
    }

    /**
     * One submission with its history; the reading is audited before the answer. What is not for this caller is waited for as
     * what is not there: how long the answer takes says nothing.
     */
    @GetMapping("/{submissionKey}")
    SubmissionDetail one(
            @PathVariable String submissionKey,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
            Caller caller) {
        Sight sight = Sight.of(caller);
        UUID key = parse(submissionKey).orElseThrow(SubmissionController::notKnownYet);
        SubmissionSummary summary = patience.await(
                        WaitPreference.of(prefer),
                        () -> queries.summary(key).filter(found -> SubmissionQueries.covers(sight, found)))
                .orElseThrow(SubmissionController::notKnownYet);
        audit.readSubmission(caller, key);
        return queries.detail(summary);
    }

    /** A list of one patient's, or of those under one id, is a reading that is audited before the answer. */
    @GetMapping
    Page<SubmissionSummary> list(@ModelAttribute SubmissionFilter filter, Caller caller) {
        Sight sight = Sight.of(caller);
        SubmissionFilter narrowed = sight.ownOnly()
                .map(patient -> filter.ofPatient(patient.studyId(), patient.patientId()))
                .orElse(filter);
        Page<SubmissionSummary> page = queries.list(narrowed, sight);
        audit.readSubmissions(caller, narrowed.readOf(page.items()));
        return page;
    }

    private static Optional<UUID> parse(String key) {
        try {
            return Optional.of(UUID.fromString(key));
        } catch (IllegalArgumentException notAKey) {
            return Optional.empty();
        }
    }

    /** The same answer whether it is on its way, does not exist, or is not for this caller's eyes. */
    private static ProblemException notKnownYet() {
        return new ProblemException(
                        HttpStatus.NOT_FOUND, "not-known-yet", "No submission is known under this key, or not yet.")
                .retryAfter(ASK_AGAIN_AFTER);
    }
}
