package epro.intake.fhir;

import java.util.Objects;
import org.springframework.boot.info.BuildProperties;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells FHIR clients what they can do here, before they have a token. */
@RestController
final class MetadataController {
    private final byte[] statement;

    MetadataController(BuildProperties build) {
        statement = CapabilityStatement.json(Objects.requireNonNull(build.getVersion()));
    }

    @GetMapping(
            path = FhirJson.BASE + "/metadata",
            produces = {FhirJson.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    byte[] capabilities() {
        return statement;
    }
}
