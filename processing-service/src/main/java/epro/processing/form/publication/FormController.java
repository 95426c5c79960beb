package epro.processing.form.publication;

import epro.processing.body.JsonBody;
import epro.processing.form.Fault;
import epro.support.problem.ProblemException;
import epro.support.security.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Forms as FHIR questionnaires: published once under id and version, never changed after. A form is every study's, so
 * nobody publishes one whose token is for some studies only.
 */
@RestController
@RequestMapping("/api/v1/forms")
class FormController {
    private static final String FHIR_JSON = "application/fhir+json";

    private final FormPublisher publisher;
    private final FormTable table;

    FormController(FormPublisher publisher, FormTable table) {
        this.publisher = publisher;
        this.table = table;
    }

    @PutMapping(
            path = "/{id}/versions/{version}",
            consumes = {FHIR_JSON, MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<FormSummary> publish(
            @PathVariable String id, @PathVariable String version, InputStream body, Caller caller) throws IOException {
        caller.require("forms:publish");
        if (!caller.coversEverything()) {
            throw Caller.forbidden();
        }
        return switch (publisher.publish(id, version, JsonBody.read(body, PublishedForms.LIMITS), caller.subject())) {
            case Publication.Published(FormSummary form) ->
                ResponseEntity.created(here()).body(form);
            case Publication.Repeated(FormSummary form) -> ResponseEntity.ok(form);
            case Publication.Taken() ->
                throw new ProblemException(
                        HttpStatus.CONFLICT, "form-version-exists", "Another form stands under this id and version.");
            case Publication.Refused(List<Fault> faults) -> throw invalid(faults);
        };
    }

    @GetMapping
    FormPage all(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        requireReader(caller);
        return table.page(null, FormPage.Request.of(limit, cursor));
    }

    /** The versions of one form. */
    @GetMapping("/{id}")
    FormPage versions(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        requireReader(caller);
        FormPage page = table.page(id, FormPage.Request.of(limit, cursor));
        if (page.items().isEmpty() && cursor == null) {
            throw notFound();
        }
        return page;
    }

    /** The questionnaire itself, in canonical JSON; its hash is the ETag. */
    @GetMapping(
            path = "/{id}/versions/{version}",
            produces = {FHIR_JSON, MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<String> one(@PathVariable String id, @PathVariable String version, Caller caller) {
        requireReader(caller);
        StoredForm form = table.find(id, version).orElseThrow(FormController::notFound);
        return ResponseEntity.ok().eTag(form.summary().contentHash()).body(form.source());
    }

    private static ProblemException invalid(List<Fault> faults) {
        var members = new ArrayList<TreeMap<String, String>>();
        for (Fault fault : faults) {
            var member = new TreeMap<String, String>();
            member.put("path", fault.path());
            member.put("code", fault.code());
            member.put("message", fault.message());
            members.add(member);
        }
        return new ProblemException(
                        HttpStatus.UNPROCESSABLE_CONTENT, "form-invalid", "The form can't be published as it is.")
                .with("faults", members);
    }

    private static void requireReader(Caller caller) {
        if (!caller.has("crf:read") && !caller.has("forms:publish") && !caller.has("ops")) {
            throw Caller.forbidden();
        }
    }

    static ProblemException notFound() {
        return new ProblemException(HttpStatus.NOT_FOUND, "not-found", "No such form is published.");
    }

    private static URI here() {
        return ServletUriComponentsBuilder.fromCurrentRequestUri().build().toUri();
    }
}
