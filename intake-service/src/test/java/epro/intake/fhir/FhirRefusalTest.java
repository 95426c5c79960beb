package epro.intake.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.intake.RunningIntake;
import epro.stack.StandardRole;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever refuses a request at the FHIR door, and for whatever: an OperationOutcome says so, and tells nothing of a patient. */
class FhirRefusalTest extends FhirTest {
    private static final String GOOD = Responses.items("[]");

    @ParameterizedTest
    @MethodSource("epro.intake.fhir.BadResponses#all")
    void refusesBadResponsesAndSaysWhere(BadResponses.Bad bad) {
        var answer = create(bad.body());

        assertThat(answer.status()).as(answer.raw()).isEqualTo(bad.status());
        assertThat(answer.text("resourceType")).isEqualTo("OperationOutcome");
        assertThat(code(answer)).isEqualTo(bad.code());
        assertThat(answer.body().at("/issue/0/expression/0").asString()).isEqualTo(bad.expression());
        assertThat(answer.raw()).doesNotContain("13800138000", "11010519491231002X", "Zhang");
    }

    @Test
    void refusesStrangersAndThoseWhoMayNot() {
        var stranger = at(PATH).header("Content-Type", "application/fhir+json").header("Idempotency-Key", "R-1");
        var nobody = intake.send(stranger.POST(BodyPublishers.ofString(GOOD)).build());
        assertRefused(nobody, 401, "login", "unauthenticated");
        assertThat(nobody.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(submissionId(nobody)).isEqualTo("R-1");

        assertRefused(createAs("nonsense", GOOD), 401, "login", "unauthenticated");
        var inDisguise = at(PATH.replace("fhir", "%66hir")).header("Content-Type", "application/fhir+json");
        assertRefused(
                intake.send(inDisguise.POST(BodyPublishers.ofString(GOOD)).build()), 401, "login", "unauthenticated");
        String reader = stack.tokens().of(StandardRole.CRC, Duration.ofMinutes(5));
        assertRefused(createAs(reader, GOOD), 403, "forbidden", "forbidden");
        String other = stack.tokens().patient("S1", "A", "P2");
        assertRefused(createAs(other, GOOD), 403, "forbidden", "forbidden");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /QuestionnaireResponse, 405, not-supported, method-not-allowed",
        "PUT, /QuestionnaireResponse, 405, not-supported, method-not-allowed",
        "DELETE, /metadata, 405, not-supported, method-not-allowed",
        "GET, /QuestionnaireResponse/1, 404, not-found, not-found",
        "POST, /Patient, 404, not-found, not-found",
        "COPY, /QuestionnaireResponse, 405, not-supported, method-not-allowed"
    })
    void hasNothingElse(String method, String path, int status, String type, String code) {
        var request = at("/fhir/R4" + path).header("Authorization", "Bearer " + gateway());

        var answer = intake.send(request.method(method, BodyPublishers.noBody()).build());

        assertRefused(answer, status, type, code);
    }

    @Test
    void readsNoFormOfSeveralPartsOfAStranger() {
        var request = at("/fhir/R4/metadata").header("Content-Type", "multipart/form-data");

        var answer =
                intake.send(request.POST(BodyPublishers.ofString("no boundary")).build());

        assertRefused(answer, 405, "not-supported", "method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/fhir+xml", "application/xml", "text/plain", "application/x-ndjson"})
    void refusesOtherMediaTypes(String type) {
        var request = fhir(gateway()).setHeader("Content-Type", type);

        var answer = intake.send(request.POST(BodyPublishers.ofString(GOOD)).build());

        assertRefused(answer, 415, "not-supported", "unsupported-media-type");
    }

    @Test
    void refusesOtherEncodingsOtherAnswersAndTooMuch() {
        assertRefused(create(GOOD, "Content-Encoding", "br"), 415, "not-supported", "content-encoding-not-supported");
        assertRefused(create(GOOD, "Accept", "application/fhir+xml"), 406, "not-supported", "not-acceptable");
        assertRefused(create(GOOD + " ".repeat(70_000)), 413, "too-long", "body-too-large");
    }

    @Test
    void namesTheSubmissionAsSoonAsItCanBeRead() {
        var answer = create(Responses.with("'identifier':{'value':'R-5'},'mood':1,", "[]"));

        assertRefused(answer, 400, "structure", "unknown-member");
        assertThat(submissionId(answer)).isEqualTo("R-5");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{'linkId':'a'},{'linkId':'q.1','answer':[{}]}]                      | q.1
            [{'linkId':'g','item':[{'linkId':'q','answer':[{'valueCode':'x'}]}]}] | q
            [{'linkId':'g','item':[{'text':'no linkId'}]}]                       | g
            [{'linkId':'Zhang San','answer':[{}]}]                               |
            """)
    void namesTheItemThatItIsAbout(String items, @Nullable String linkId) {
        var extension = create(Responses.items(items)).body().at("/issue/0/extension/0");

        assertThat(extension.path("valueString").asString("")).isEqualTo(Objects.requireNonNullElse(linkId, ""));
    }

    @Test
    void countsWhatItRefuses() {
        create(Responses.with("'contained':[],", "[]"), "User-Agent", "gateway/4.2");

        await().untilAsserted(() -> assertThat(
                        intake.management("/actuator/prometheus").raw())
                .contains("epro_intake_refusals_total{app=\"gateway\",code=\"unsupported-element\""));
    }

    @Test
    void boundsACallersRate() {
        var few = Map.of("EPRO_RATE_GATEWAY_BURST", "1", "EPRO_RATE_GATEWAY", "1");
        try (var slow = RunningIntake.with(stack, few)) {
            var address = slow.address(PATH);
            for (var body : List.of("{\"identifier\":{\"value\":\"R-6\"}}", "nonsense")) {
                var request = fhir(gateway()).uri(address).POST(BodyPublishers.ofString(body));

                var tooMany = Stream.generate(() -> slow.send(request.build()))
                        .limit(20)
                        .filter(answer -> answer.status() != 400)
                        .findFirst()
                        .orElseThrow();

                assertRefused(tooMany, 429, "throttled", "rate-limited");
                assertThat(submissionId(tooMany)).isEqualTo(body.equals("nonsense") ? "" : "R-6");
                assertThat(tooMany.header("Retry-After")).isNotEmpty();
                assertThat(tooMany.header("RateLimit")).isNotEmpty();
            }
        }
    }
}
