package epro.intake.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import epro.intake.Answer;
import epro.intake.IntakeTest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** The words to talk to the FHIR door. */
abstract class FhirTest extends IntakeTest {
    static final String PATH = "/fhir/R4/QuestionnaireResponse";

    Answer create(String response, String... headers) {
        return createAs(gateway(), response, headers);
    }

    Answer createAs(String token, String response, String... headers) {
        var request = fhir(token).POST(BodyPublishers.ofString(response));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return intake.send(request.build());
    }

    /** A request to create, its body still to come. */
    HttpRequest.Builder fhir(String token) {
        return at(PATH).header("Authorization", "Bearer " + token).header("Content-Type", "application/fhir+json");
    }

    HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(intake.address(path));
    }

    static String code(Answer answer) {
        return answer.body().at("/issue/0/details/coding/0/code").asString("");
    }

    static String submissionId(Answer answer) {
        return extension(answer, "urn:epro:submission-id");
    }

    static String submissionKey(Answer answer) {
        return extension(answer, "urn:epro:submission-key");
    }

    static void assertRefused(Answer answer, int status, String type, String code) {
        assertThat(answer.status()).as(answer.raw()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/fhir+json");
        assertThat(answer.text("resourceType")).isEqualTo("OperationOutcome");
        assertThat(answer.body().at("/issue/0/severity").asString()).isEqualTo("error");
        assertThat(answer.body().at("/issue/0/code").asString()).isEqualTo(type);
        assertThat(answer.body().at("/issue/0/diagnostics").asString()).isNotEmpty();
        assertThat(code(answer)).isEqualTo(code);
    }

    private static String extension(Answer answer, String url) {
        return answer.body()
                .path("extension")
                .valueStream()
                .filter(extension -> extension.path("url").asString().equals(url))
                .map(extension -> extension.path("valueString").asString())
                .findFirst()
                .orElse("");
    }
}
