package epro.intake.request;

import static org.assertj.core.api.Assertions.assertThat;

import epro.intake.Answer;
import epro.intake.IntakeTest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent that should not be: a code of its own, counted, never a 5xx, never an echo. */
class StrictBodiesTest extends IntakeTest {

    @ParameterizedTest
    @MethodSource("epro.intake.request.BadBodies#all")
    void refusesBadBodiesAndSaysWhere(BadBodies.Bad bad) {
        var request = request("application/json")
                .POST(BodyPublishers.ofByteArray(bad.body()))
                .build();

        Answer answer = countedAs(bad.code(), () -> intake.send(request));

        assertRefused(answer, 400, bad.code());
        assertThat(answer.text("pointer")).isEqualTo(bad.pointer());
        assertThat(answer.raw()).doesNotContain(BadBodies.PATIENTS_OWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "zstd", "compress", "gzip, gzip", "*", "gzip;q=1", "identity, br"})
    void refusesEncodingsOtherThanGzip(String encoding) {
        String code = "content-encoding-not-supported";
        assertRefused(countedAs(code, () -> submit(body(somePatient()), "Content-Encoding", encoding)), 415, code);
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
        var request = request(type).POST(BodyPublishers.ofString(body("P"))).build();
        String code = "unsupported-media-type";

        assertRefused(countedAs(code, () -> intake.send(request)), 415, code);
    }

    /** Nobody looks into a form of several parts, so it does not matter what is wrong with it. */
    @ParameterizedTest
    @MethodSource("epro.intake.request.BadBodies#parts")
    void readsNoPartOfAForm(String type, String parts) {
        var request = request(type).POST(BodyPublishers.ofString(parts)).build();
        String code = "unsupported-media-type";

        assertRefused(countedAs(code, () -> intake.send(request)), 415, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "PATCH", "DELETE", "COPY", "PROPFIND", "REPORT", "post", "TRACE"})
    void refusesOtherMethods(String method) {
        var request = request("application/json")
                .method(method, BodyPublishers.noBody())
                .build();
        String code = "method-not-allowed";

        assertRefused(countedAs(code, () -> intake.send(request)), 405, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void readsNoFormBeforeItRefusesTheMethod(String method) {
        var request = request("application/x-www-form-urlencoded")
                .method(method, BodyPublishers.ofString("a=%zz"))
                .build();
        String code = "method-not-allowed";

        assertRefused(countedAs(code, () -> intake.send(request)), 405, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//api/v1/submissions", "/api/v1/submissions;a=b", "/api/./v1/submissions", "/api/v1/%2e%2e/x"})
    void refusesAddressesThatCouldMeanAnother(String path) {
        var request = request("application/json")
                .uri(intake.address(path))
                .POST(BodyPublishers.ofString(body("P")))
                .build();

        assertRefused(countedAs("bad-request", () -> intake.send(request)), 400, "bad-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'P1'", "'F1'", "'S1'", "'A'", ",", ":", "{'q1'", "'q1'"})
    void refusesWhatIsTooLargeWhereverItIs(String behind) {
        String large = body("P1").replace(behind.replace('\'', '"'), behind.replace('\'', '"') + " ".repeat(66_000));

        assertRefused(countedAs("body-too-large", () -> submit(large)), 413, "body-too-large");
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.raw()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
    }
}
