package epro.intake.fhir;

import epro.intake.ProvokedRefusals;
import epro.stack.StandardRole;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.stream.Stream;

class CreateRefusalsTest extends ProvokedRefusals {
    private static final String GOOD = Responses.items("[]");

    CreateRefusalsTest() {
        super(FhirTest.PATH, ofADoorAnd());
    }

    @Override
    protected Stream<HttpRequest> refused() {
        String taken = GOOD.replace("Patient/P1", "Patient/" + somePatient());
        intake.send(post(fhir(gateway()).header("Idempotency-Key", "twice"), taken));
        String reader = stack.tokens().of(StandardRole.CRC, Duration.ofMinutes(5));
        return Stream.concat(
                BadResponses.all().map(bad -> post(fhir(gateway()), bad.body())),
                Stream.of(
                        post(fhir(gateway()).header("Idempotency-Key", "twice"), taken.replace("completed", "stopped")),
                        post(fhir(gateway()), GOOD + " ".repeat(70_000)),
                        post(fhir(gateway()).setHeader("Content-Type", "text/plain"), GOOD),
                        post(fhir(gateway()).header("Accept", "application/fhir+xml"), GOOD),
                        post(fhir(gateway()).header("Content-Encoding", "br"), GOOD),
                        post(fhir(gateway()).header("Content-Encoding", "gzip"), GOOD),
                        post(fhir(gateway()).header("Content-Encoding", "gzip"), ""),
                        post(fhir(gateway()).header("Idempotency-Key", "with space"), GOOD),
                        post(
                                fhir(gateway()).header("Idempotency-Key", "a"),
                                Responses.with("'identifier':{'value':'b'},", "[]")),
                        fhir(gateway())
                                .POST(BodyPublishers.ofByteArray(new byte[] {'{', '"', (byte) 0xff, '"'}))
                                .build(),
                        post(fhir(reader), GOOD)));
    }

    private HttpRequest.Builder fhir(String token) {
        return to().header("Authorization", "Bearer " + token).header("Content-Type", "application/fhir+json");
    }
}
