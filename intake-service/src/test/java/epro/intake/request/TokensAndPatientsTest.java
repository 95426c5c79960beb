package epro.intake.request;

import static org.assertj.core.api.Assertions.assertThat;

import epro.intake.Answer;
import epro.intake.IntakeTest;
import epro.stack.StandardRole;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every token with every patient: who may send for whom. */
class TokensAndPatientsTest extends IntakeTest {
    private static final Duration HOUR = Duration.ofHours(1);

    /** What a body says of its patient, in the order of the table's columns. */
    private static final List<String> PATIENTS = List.of(
            "'studyId':'S1','siteId':'A','patientId':'P-1'",
            "'studyId':'S1','siteId':'A','patientId':'P-2'",
            "'studyId':'S1','siteId':'B','patientId':'P-1'",
            "'studyId':'S2','siteId':'A','patientId':'P-1'",
            "'studyId':'S1','patientId':'P-1'",
            "'patientId':'P-1'",
            "'patientId':'P-2'");

    private final Map<String, String> tokens = new LinkedHashMap<>();

    @BeforeAll
    void mint() {
        tokens.put("P-1", stack.tokens().patient("S1", "A", "P-1"));
        tokens.put("P-2", stack.tokens().patient("S1", "A", "P-2"));
        tokens.put("P-1 of S2", stack.tokens().patient("S2", "A", "P-1"));
        tokens.put("P-1 at B", stack.tokens().patient("S1", "B", "P-1"));
        tokens.put("gateway everywhere", gateway("*", HOUR));
        tokens.put("gateway of S1", gateway("S1/*", HOUR));
        tokens.put("gateway at S1/A", gateway("S1/A", HOUR));
        tokens.put("gateway expired", gateway("*", Duration.ofHours(-1)));
        tokens.put("coordinator", stack.tokens().of(StandardRole.CRC, HOUR));
        tokens.put("operator", stack.tokens().of(StandardRole.OPS, HOUR));
        tokens.put("forged", forged(gateway("*", HOUR)));
        tokens.put("nonsense", "nonsense");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            P-1                | 202 403 403 403 202 202 403
            P-2                | 403 202 403 403 403 403 202
            P-1 of S2          | 403 403 403 202 403 202 403
            P-1 at B           | 403 403 202 403 202 202 403
            gateway everywhere | 202 202 202 202 202 202 202
            gateway of S1      | 202 202 202 403 202 403 403
            gateway at S1/A    | 202 202 403 403 403 403 403
            gateway expired    | 401 401 401 401 401 401 401
            coordinator        | 403 403 403 403 403 403 403
            operator           | 403 403 403 403 403 403 403
            forged             | 401 401 401 401 401 401 401
            nonsense           | 401 401 401 401 401 401 401
            """)
    void agreeOrAreRefused(String token, String statuses) {
        List<Answer> answers =
                PATIENTS.stream().map(patient -> submitAs(token, patient)).toList();

        assertThat(answers.stream().map(answer -> Integer.toString(answer.status())))
                .containsExactly(statuses.split(" ", -1));
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 202)
                .allSatisfy(refusal -> assertThat(refusal.raw()).doesNotContain("P-1", "P-2", "S1", "S2"))
                .allSatisfy(refusal -> assertThat(refusal.text("code"))
                        .isEqualTo(refusal.status() == 401 ? "unauthenticated" : "forbidden"));
    }

    private Answer submitAs(String token, String patient) {
        String body = "{%s,'formId':'F1','answers':{'q1':3}}".formatted(patient).replace('\'', '"');
        return intake.submit(tokens.getOrDefault(token, ""), body);
    }

    private String gateway(String site, Duration lifetime) {
        return stack.tokens().staff("gateway-" + site, StandardRole.SUBMIT.scopes(), List.of(site), lifetime);
    }

    /** Signed by nobody who may. */
    private static String forged(String token) {
        String[] parts = token.split("\\.", -1);
        char first = parts[2].charAt(0);
        return parts[0] + "." + parts[1] + "." + (first == 'A' ? 'B' : 'A') + parts[2].substring(1);
    }
}
