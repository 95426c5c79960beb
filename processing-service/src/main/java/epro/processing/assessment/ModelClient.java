package epro.processing.assessment;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Asks the model by the Open Inference Protocol v2. It is given texts, their language and a random id. */
@Component
class ModelClient {
    private static final long ANSWER_MAX = 1_048_576;

    private final ModelSettings settings;
    private final InferenceProtocol protocol;
    private final HttpClient http;
    private final Semaphore plain = new Semaphore(1);

    ModelClient(ModelSettings settings, JsonMapper json) {
        this.settings = settings;
        this.protocol = new InferenceProtocol(json, settings.name());
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.deadline())
                .build();
    }

    /**
     * Asks all in one call and waits, at most until the deadline. A question of which the answer says nothing sensible is
     * left out.
     *
     * @param asked of one language
     * @throws IOException if there is no answer, or one that is not the protocol's
     */
    Map<Assessment, Reading> read(List<Assessment> asked) throws IOException, InterruptedException {
        return read(asked, settings.deadline());
    }

    /**
     * Whether it answers the same question of a plain text: if so, it is its own texts for which that question fails. One is asked at a
     * time, and so briefly that the lease of the other isn't over.
     */
    boolean answersPlainTextInstead(Assessment failing) throws InterruptedException {
        if (!plain.tryAcquire()) {
            return false;
        }
        try {
            return !read(List.of(failing.withPlainText()), settings.plainDeadline())
                    .isEmpty();
        } catch (IOException | RuntimeException away) {
            return false;
        } finally {
            plain.release();
        }
    }

    private Map<Assessment, Reading> read(List<Assessment> asked, Duration deadline)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.inference())
                .timeout(deadline)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(protocol.question(asked)));
        if (settings.tokenFile() != null) {
            request.header(
                    "Authorization",
                    "Bearer " + Files.readString(settings.tokenFile()).strip());
        }
        return protocol.readings(answer(request.build(), deadline), asked);
    }

    /** A request's own timeout ends with the headers of the answer; this one goes on to the end of its body. */
    private String answer(HttpRequest request, Duration deadline) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), ANSWER_MAX));
        try {
            HttpResponse<String> whole = answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            if (whole.statusCode() != 200) {
                throw new IOException("answered " + whole.statusCode());
            }
            return whole.body();
        } catch (TimeoutException late) {
            throw new HttpTimeoutException("no whole answer within the deadline");
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof IOException broken ? broken : new IOException(failure.getCause());
        } finally {
            answer.cancel(true);
        }
    }
}
