package epro.intake.request;

import static org.assertj.core.api.Assertions.assertThat;

import epro.intake.Answer;
import epro.intake.IntakeTest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent that should not be: a code of its own, never a 5xx, never an echo. */
class StrictBodiesTest extends IntakeTest {

    @ParameterizedTest
    @MethodSource("epro.intake.request.BadBodies#all")
    void refusesBadBodiesAndSaysWhere(BadBodies.Bad bad) {
        Answer answer = intake.send(request("application/json")
                .POST(BodyPublishers.ofByteArray(bad.body()))
                .build());

        assertThat(answer.status()).as(answer.raw()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo(bad.code());
        assertThat(answer.text("pointer")).startsWith(bad.pointer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "zstd", "compress", "gzip, gzip", "*", "gzip;q=1", "identity, br"})
    void refusesEncodingsOtherThanGzip(String encoding) {
        assertRefused(submit(body(somePatient()), "Content-Encoding", encoding), 415, "content-encoding-not-supported");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/json",
                "application/xml",
                "application/octet-stream",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/fhir+json",
                "application/json-patch+json",
                "application/jsonl"
            })
    void refusesOtherMediaTypes(String type) {
        Answer answer = intake.send(
                request(type).POST(BodyPublishers.ofString(body("P"))).build());

        assertRefused(answer, 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, 405, method-not-allowed",
        "PUT, 405, method-not-allowed",
        "PATCH, 405, method-not-allowed",
        "DELETE, 405, method-not-allowed",
        "COPY, 400, bad-request",
        "PROPFIND, 400, bad-request",
        "REPORT, 400, bad-request",
        "post, 400, bad-request"
    })
    void refusesOtherMethods(String method, int status, String code) {
        Answer answer = intake.send(request("application/json")
                .method(method, BodyPublishers.noBody())
                .build());

        assertRefused(answer, status, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'P1'", "'F1'", "'S1'", "'A'", ",", ":", "{'q1'", "'q1'"})
    void refusesWhatIsTooLargeWhereverItIs(String behind) {
        String large = body("P1").replace(behind.replace('\'', '"'), behind.replace('\'', '"') + " ".repeat(66_000));

        assertRefused(submit(large), 413, "body-too-large");
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.raw()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
    }
}
