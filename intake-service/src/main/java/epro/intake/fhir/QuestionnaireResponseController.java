package epro.intake.fhir;

import epro.intake.request.Reception;
import epro.intake.request.RequestSettings;
import epro.support.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes one submission as a FHIR QuestionnaireResponse: the same way, promises and limits as for one in our own JSON. */
@RestController
final class QuestionnaireResponseController {
    private final ResponseReader responses;
    private final Reception reception;
    private final RequestSettings settings;

    QuestionnaireResponseController(ResponseReader responses, Reception reception, RequestSettings settings) {
        this.responses = responses;
        this.reception = reception;
        this.settings = settings;
    }

    @PostMapping(
            path = FhirJson.BASE + "/QuestionnaireResponse",
            consumes = {FhirJson.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE},
            produces = {FhirJson.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<byte[]> create(HttpServletRequest request, HttpServletResponse response, Caller caller) {
        var receipt = reception.receive(responses, request, response, caller);
        var whereToRead = settings.whereToRead(receipt.submissionKey());
        return ResponseEntity.accepted()
                .location(whereToRead)
                .header(HttpHeaders.CONTENT_LOCATION, whereToRead.toString())
                .body(OperationOutcome.accepted(receipt));
    }
}
