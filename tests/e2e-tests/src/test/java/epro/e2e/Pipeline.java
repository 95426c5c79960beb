package epro.e2e;

import epro.stack.DatabaseRole;
import epro.stack.Endpoints;
import epro.stack.LocalStack;
import epro.stack.Part;
import epro.stack.Replica;
import epro.stack.StandardRole;
import epro.stack.Workspace;
import epro.testing.Http;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole pipeline as processes, for all tests of this JVM: started by the first that asks, stopped when the JVM ends.
 * Each test takes a study of its own.
 */
public final class Pipeline {

    private static final class Shared {

        static final Pipeline PIPELINE = new Pipeline(start());

        private static LocalStack start() {
            Path tests = Workspace.find().scratch().resolve("tests");
            return LocalStack.builder()
                    .home(tests.resolve("e2e-" + ProcessHandle.current().pid()))
                    .anyPorts()
                    .start();
        }
    }

    private final LocalStack stack;

    private Pipeline(LocalStack stack) {
        this.stack = stack;
    }

    public static Pipeline running() {
        return Shared.PIPELINE;
    }

    /** A stack of a test's own, which the test closes. */
    static Pipeline on(LocalStack stack) {
        return new Pipeline(stack);
    }

    public LocalStack stack() {
        return stack;
    }

    public Database database() {
        return new Database(stack.database(DatabaseRole.EPRO_READER));
    }

    public String token(StandardRole role) {
        return endpoints().required("EPRO_TOKEN_" + role);
    }

    public URI intakeAddress() {
        return URI.create(endpoints().required("EPRO_INTAKE_URL"));
    }

    /** One more intake, which knows nothing of what the first has taken; for the caller to close. */
    public Replica anotherIntake() {
        return stack.replica(Part.INTAKE, Map.of());
    }

    /** Intake, as a gateway that may submit for anybody. */
    Http intake() {
        return intake(token(StandardRole.SUBMIT));
    }

    Http intake(String token) {
        return new Http(intakeAddress(), token);
    }

    public Http processing(StandardRole role) {
        return new Http(URI.create(endpoints().required("EPRO_PROCESSING_URL")), token(role));
    }

    public Http notification(StandardRole role) {
        return new Http(URI.create(endpoints().required("EPRO_NOTIFICATION_URL")), token(role));
    }

    /** Publishes a questionnaire; that it stands there already is fine. */
    public void publish(String id, String version, String questionnaire) {
        HttpResponse<String> answer = processing(StandardRole.OPS)
                .send(
                        "PUT",
                        "/api/v1/forms/%s/versions/%s".formatted(id, version),
                        BodyPublishers.ofString(questionnaire),
                        "application/fhir+json");
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError("publishing %s: %d %s".formatted(id, answer.statusCode(), answer.body()));
        }
    }

    /** Has everything compared, and waits for the verdict. */
    public JsonNode dataCheck() {
        return DataCheck.run(processing(StandardRole.OPS));
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private Endpoints endpoints() {
        return stack.endpoints();
    }
}
