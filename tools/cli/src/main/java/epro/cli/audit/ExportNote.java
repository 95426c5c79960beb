package epro.cli.audit;

import epro.cli.Refused;
import epro.cli.StackNotThere;
import epro.cli.audit.export.Manifest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** Has processing note that the audit trail is about to be exported. */
final class ExportNote implements AutoCloseable {

    private static final int CREATED = 201;
    private static final int UNAVAILABLE = 503;
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWERED_WITHIN).build();
    private final URI processing;
    private final String token;

    ExportNote(URI processing, String token) {
        this.processing = processing;
        this.token = token;
    }

    /**
     * Where it is noted.
     *
     * @throws Refused if it is not; then nothing may be exported
     * @throws StackNotThere if it can't be at the moment
     */
    Manifest.Noted take() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(processing.resolve("/api/v1/audit-exports"))
                .timeout(ANSWERED_WITHIN)
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() == UNAVAILABLE) {
            throw new StackNotThere("nothing was exported, since processing can't note it at the moment");
        }
        if (answer.statusCode() != CREATED) {
            throw new Refused("nothing was exported, since that could not be noted: processing answered %d: %s"
                    .formatted(answer.statusCode(), answer.body()));
        }
        return JsonMapper.shared().readValue(answer.body(), Manifest.Noted.class);
    }

    @Override
    public void close() {
        http.close();
    }
}
