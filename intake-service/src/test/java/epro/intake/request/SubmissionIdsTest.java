package epro.intake.request;

import static epro.intake.request.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import epro.support.security.Caller;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class SubmissionIdsTest {
    private static final BoundPatient PATIENT = new BoundPatient("S1", "A", "P1");
    private static final String COMPLETED = "'completedAt':'2026-11-23T10:00:00+08:00',";

    private static final String LONG = "0123456789012345678901234567890123456789012345678901234567890123"
            + "01234567890123456789012345678901234567890123456789012345678901234";

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @ParameterizedTest
    @ValueSource(strings = {"abc", "\"abc\"", " abc "})
    void takesTheHeaderBareOrQuoted(String header) {
        request.addHeader("Idempotency-Key", header);

        assertThat(identify("")).isEqualTo("abc");
        assertThat(identify("'submissionId':'abc',")).isEqualTo("abc");
    }

    @Test
    void takesTheBodysId() {
        assertThat(identify("'submissionId':'abc',")).isEqualTo("abc");
    }

    @Test
    void refusesTwoIdsThatDiffer() {
        request.addHeader("Idempotency-Key", "abc");

        assertRefused(() -> identify("'submissionId':'abd',"), 400, "submission-ids-differ", "/submissionId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "\"\"", "ü"})
    void refusesAHeaderThatIsNoId(String header) {
        request.addHeader("Idempotency-Key", header);

        assertRefused(() -> identify(""), 400, "bad-idempotency-key");
    }

    @Test
    void refusesTwoHeaders() {
        request.addHeader("Idempotency-Key", "a");
        request.addHeader("Idempotency-Key", "a");

        assertRefused(() -> identify(""), 400, "bad-idempotency-key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "ü", LONG})
    void refusesABodysIdThatIsNone(String id) {
        assertRefused(() -> identify("'submissionId':'" + id + "',"), 400, "bad-submission-id", "/submissionId");
    }

    @Test
    void derivesTheSameIdForTheSameSubmission() {
        var id = identify(COMPLETED);

        assertThat(UUID.fromString(id).version()).isEqualTo(5);
        assertThat(identify(COMPLETED)).isEqualTo(id);
    }

    @Test
    void derivesAnotherIdForAnythingElse() {
        var form = Forms.with(COMPLETED);
        var id = SubmissionIds.identify(SubmissionIds.headers(request), form, PATIENT, caller("app"));

        assertThat(List.of(
                        identify("'completedAt':'2026-11-23T10:00:01+08:00',"),
                        identify(COMPLETED + "'language':'en',"),
                        SubmissionIds.identify(SubmissionIds.headers(request), form, PATIENT, caller("other-app")),
                        SubmissionIds.identify(
                                SubmissionIds.headers(request),
                                form,
                                new BoundPatient("S2", "A", "P1"),
                                caller("app"))))
                .doesNotContain(id)
                .doesNotHaveDuplicates();
    }

    @Test
    void drawsARandomIdWithoutATimeOfCompletion() {
        assertThat(identify("")).isNotEqualTo(identify(""));
    }

    private String identify(String members) {
        return SubmissionIds.identify(SubmissionIds.headers(request), Forms.with(members), PATIENT, caller("app"));
    }

    private static Caller caller(String clientId) {
        return new Caller("subject", "issuer", clientId, null, Set.of(), List.of(), null);
    }
}
