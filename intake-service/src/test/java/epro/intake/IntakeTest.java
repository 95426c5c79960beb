package epro.intake;

import static org.awaitility.Awaitility.await;

import epro.stack.LocalStack;
import epro.stack.StandardRole;
import epro.testing.WithInfrastructure;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A ready intake over the real broker and registry, and the words to talk to it. */
@WithInfrastructure
@TestInstance(Lifecycle.PER_CLASS)
public abstract class IntakeTest {
    protected LocalStack stack;
    protected RunningIntake intake;

    @BeforeAll
    void startIntake(LocalStack shared) {
        stack = shared;
        intake = RunningIntake.with(stack);
        await().atMost(Duration.ofSeconds(30)).until(intake::ready);
    }

    @AfterAll
    void stopIntake() {
        intake.close();
    }

    protected Answer submit(String body, String... headers) {
        return intake.submit(gateway(), body, headers);
    }

    /** What came of a request, once it is counted among the refusals of this code. */
    protected <A> A countedAs(String code, Callable<A> request) {
        double before = intake.refusals(code);
        A answer;
        try {
            answer = request.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        await("counted as " + code + ": " + answer)
                .atMost(Duration.ofSeconds(10))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> intake.refusals(code) == before + 1);
        return answer;
    }

    /** A gateway's request, its body still to come. */
    protected HttpRequest.Builder request(String type) {
        return intake.request(gateway(), type);
    }

    protected String gateway() {
        return stack.tokens().of(StandardRole.SUBMIT, Duration.ofHours(1));
    }

    protected static String body(String patientId) {
        return body(patientId, "");
    }

    /** With these members before the answers; quotes are single ones. */
    protected static String body(String patientId, String members) {
        return """
                {'studyId':'S1','siteId':'A','patientId':'%s','formId':'F1',%s'answers':{'q1':3}}""".formatted(patientId, members).replace('\'', '"');
    }

    protected static String somePatient() {
        return "P-" + UUID.randomUUID();
    }
}
