package epro.processing.plan;

import epro.processing.body.JsonBody;
import epro.processing.listing.Page;
import epro.processing.plan.PlanPublisher.Publication;
import epro.schemas.json.Limits;
import epro.support.problem.ProblemException;
import epro.support.security.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A study's alert plans: published once under a version, never changed after; the last published is in force. Published by
 * whom the token lets run the whole study, read by whoever has a site of it.
 */
@RestController
@RequestMapping("/api/v1/studies/{studyId}/alert-plan")
class PlanController {
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+~-]{0,63}");
    private static final Limits LIMITS = new Limits(8, 30_000, 100);

    private final PlanPublisher publisher;
    private final PlanTable table;

    PlanController(PlanPublisher publisher, PlanTable table) {
        this.publisher = publisher;
        this.table = table;
    }

    @PutMapping(path = "/versions/{version}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<PlanSummary> publish(
            @PathVariable String studyId, @PathVariable String version, InputStream body, Caller caller)
            throws IOException {
        caller.require("ops");
        if (!caller.coversStudy(studyId)) {
            throw Caller.forbidden();
        }
        if (!VERSION.matcher(version).matches()) {
            throw invalid(List.of("the version must be 1 to 64 letters, digits or . _ + ~ -"));
        }
        return switch (publisher.publish(studyId, version, JsonBody.read(body, LIMITS), caller.subject())) {
            case Publication.Published(PlanSummary plan) ->
                ResponseEntity.created(ServletUriComponentsBuilder.fromCurrentRequestUri()
                                .build()
                                .toUri())
                        .body(plan);
            case Publication.Repeated(PlanSummary plan) -> ResponseEntity.ok(plan);
            case Publication.Taken() ->
                throw new ProblemException(
                        HttpStatus.CONFLICT, "plan-version-exists", "Another plan stands under this version.");
            case Publication.Refused(List<String> faults) -> throw invalid(faults);
        };
    }

    @GetMapping("/versions")
    Page<PlanSummary> versions(@PathVariable String studyId, Caller caller) {
        requireReader(caller);
        return new Page<>(caller.coversSomeOf(studyId) ? table.all(studyId) : List.of(), null);
    }

    @GetMapping("/versions/{version}")
    PlanSummary one(@PathVariable String studyId, @PathVariable String version, Caller caller) {
        requireReader(caller);
        return table.find(studyId, version)
                .filter(_ -> caller.coversSomeOf(studyId))
                .orElseThrow(() ->
                        new ProblemException(HttpStatus.NOT_FOUND, "not-found", "No such alert plan is published."));
    }

    private static void requireReader(Caller caller) {
        if (!caller.has("crf:read") && !caller.has("ops")) {
            throw Caller.forbidden();
        }
    }

    private static ProblemException invalid(List<String> faults) {
        return new ProblemException(
                        HttpStatus.UNPROCESSABLE_CONTENT, "plan-invalid", "The plan can't be published as it is.")
                .with("faults", new ArrayList<>(faults));
    }
}
