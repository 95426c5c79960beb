package epro.processing.assessment;

import epro.processing.harm.Finding;
import epro.processing.harm.FindingKind;
import epro.processing.harm.Term;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the model by the Open Inference Protocol v2. It is given texts, their language and a random id. */
@Component
class ModelClient {
    private static final long ANSWER_MAX = 1_048_576;

    private final ModelSettings settings;
    private final JsonMapper json;
    private final HttpClient http;

    ModelClient(ModelSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.deadline())
                .build();
    }

    /**
     * Asks and waits, at most until the deadline.
     *
     * @throws IOException if there is no answer, or one that is not the protocol's
     */
    Reading read(Assessment assessment) throws IOException, InterruptedException {
        String path = "/v2/models/" + settings.name()
                + (settings.version().isEmpty() ? "" : "/versions/" + settings.version()) + "/infer";
        HttpRequest.Builder request = HttpRequest.newBuilder(root().resolve(path))
                .timeout(settings.deadline())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(question(assessment))));
        if (settings.tokenFile() != null) {
            request.header(
                    "Authorization",
                    "Bearer " + Files.readString(settings.tokenFile()).strip());
        }
        HttpResponse<String> answer = send(request.build());
        if (answer.statusCode() != 200) {
            throw new IOException("answered " + answer.statusCode());
        }
        try {
            return reading(json.readTree(answer.body()), assessment);
        } catch (JacksonException notTheProtocol) {
            throw new IOException("answered what can't be read", notTheProtocol);
        }
    }

    /** A request's own timeout ends with the headers of the answer; this one goes on to the end of its body. */
    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), ANSWER_MAX));
        try {
            return answer.get(settings.deadline().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new HttpTimeoutException("no whole answer within the deadline");
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof IOException broken ? broken : new IOException(failure.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private static Map<String, Object> question(Assessment assessment) {
        List<String> texts = assessment.texts().stream().map(Text::text).toList();
        List<Object> inputs = new ArrayList<>();
        inputs.add(tensor("text", texts));
        if (assessment.language() != null) {
            inputs.add(tensor("language", Collections.nCopies(texts.size(), assessment.language())));
        }
        return Map.of("id", assessment.id().toString(), "inputs", inputs);
    }

    private static Map<String, Object> tensor(String name, List<String> data) {
        return Map.of("name", name, "datatype", "BYTES", "shape", List.of(data.size()), "data", data);
    }

    private Reading reading(JsonNode answer, Assessment assessment) throws IOException {
        JsonNode scores = output(answer, "score");
        JsonNode terms = output(answer, "terms");
        String version = AnswerCheck.line(answer.path("model_version"));
        int texts = assessment.texts().size();
        if (scores.size() != texts || terms.size() != texts) {
            throw new IOException("answered not for each text");
        }
        List<Finding> findings = new ArrayList<>();
        double highest = 0;
        for (int i = 0; i < texts; i++) {
            highest = Math.max(highest, AnswerCheck.score(scores.path(i)));
            String path = assessment.texts().get(i).path();
            for (JsonNode term : json.readTree(terms.path(i).asString("[]"))) {
                findings.add(finding(term, path, version));
            }
        }
        AnswerCheck.requireFew(findings);
        return new Reading(version, highest, findings);
    }

    private Finding finding(JsonNode term, String path, String version) throws IOException {
        return new Finding(
                FindingKind.MODEL,
                settings.name(),
                version,
                path,
                new Term(
                        AnswerCheck.line(term.path("system")),
                        AnswerCheck.line(term.path("code")),
                        AnswerCheck.line(term.path(term.has("display") ? "display" : "code"))),
                null,
                null,
                Map.of(),
                AnswerCheck.score(term.path("score")));
    }

    private static JsonNode output(JsonNode answer, String name) {
        return answer.path("outputs")
                .valueStream()
                .filter(output -> output.path("name").asString("").equals(name))
                .findFirst()
                .map(output -> output.path("data"))
                .orElse(answer.path("outputs").path("none"));
    }

    private URI root() {
        return Objects.requireNonNull(settings.url());
    }
}
