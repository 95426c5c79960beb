package epro.benchmarks.processing;

import epro.stack.StandardRole;
import epro.stack.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Publishes the diary at a service, as its operator. */
final class DiaryPublication {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int CREATED = 201;

    private DiaryPublication() {}

    static void at(URI service, Tokens tokens) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        service.resolve("/api/v1/forms/%s/versions/%s".formatted(Diary.ID, Diary.VERSION)))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.of(StandardRole.OPS, Duration.ofMinutes(5)))
                .header("Content-Type", "application/fhir+json")
                .PUT(BodyPublishers.ofString(Diary.questionnaire()))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status != CREATED) {
                throw new IOException("the diary was not published: " + status);
            }
        }
    }
}
