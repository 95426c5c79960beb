package epro.intake.request;

import static org.assertj.core.api.Assertions.assertThat;

import epro.intake.IntakeTest;
import epro.schemas.Keys;
import epro.stack.Part;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where what a refused line is about can be looked for. */
class LineKeyTest extends IntakeTest {
    private static final JsonMapper JSON = new JsonMapper();

    private String patient = "";

    @BeforeEach
    void changePatient() {
        patient = somePatient();
    }

    @Test
    void isThatOfTheOtherContentThatItConflictsWith() {
        var lines = take(line("'submissionId':'S-1',") + line("'submissionId':'S-1','language':'en',"));

        assertThat(lines).extracting(line -> line.path("status").asInt()).containsExactly(202, 409);
        assertThat(lines)
                .extracting(line -> line.path("submissionKey").asString(""))
                .containsOnly(key());
    }

    @Test
    void isUnknownAsLongAsThePatientIs() {
        var lines = take(line("'submissionId':'S-1','nonsense':1,"));

        assertThat(lines.getFirst().path("submissionKey").isNull()).isTrue();
    }

    @Tag("slow")
    @Test
    void isToldWhereNobodyKnowsWhetherTheLogHasIt() {
        stack.suspend(Part.KAFKA);
        try {
            var lines = take(line("'submissionId':'S-1',"));

            assertThat(lines.getFirst().path("code").asString()).isEqualTo("delivery-unknown");
            assertThat(lines.getFirst().path("submissionKey").asString("")).isEqualTo(key());
        } finally {
            stack.resume(Part.KAFKA);
            stack.awaitReady(Part.KAFKA);
        }
    }

    private String key() {
        return Keys.submissionKey(Keys.patientKey("S1", patient), "S-1").toString();
    }

    private String line(String members) {
        return body(patient, members).strip() + "\n";
    }

    private List<JsonNode> take(String lines) {
        var answer = intake.send(request("application/x-ndjson")
                .POST(BodyPublishers.ofString(lines))
                .build());
        assertThat(answer.status()).as(answer.raw()).isEqualTo(207);
        return answer.raw().lines().map(JSON::readTree).toList();
    }
}
