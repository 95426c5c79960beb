package epro.intake.fhir;

import epro.intake.ProvokedRefusals;
import java.net.http.HttpRequest;
import java.util.Set;
import java.util.stream.Stream;

class MetadataRefusalsTest extends ProvokedRefusals {

    MetadataRefusalsTest() {
        super("/fhir/R4/metadata", Set.of("400 bad-request", "500 internal", "503 unavailable"));
    }

    @Override
    protected Stream<HttpRequest> refused() {
        return Stream.of(to().header("Accept", "text/html").build());
    }
}
