package epro.cli.forms;

import epro.cli.Refused;
import epro.stack.Endpoints;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** Publishes forms at the processing service of a running stack, as its operator. */
public final class FormPublisher implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Endpoints stack;

    public FormPublisher(Endpoints stack) {
        this.stack = stack;
    }

    /**
     * Publishes the FHIR Questionnaire in this file; the same that stands there already is fine.
     *
     * @throws Refused if the service will not have it
     */
    public void publish(Path file) throws IOException, InterruptedException {
        Published published = publish(FormFile.read(file));
        if (!published.accepted()) {
            throw new Refused(published.text());
        }
    }

    Published publish(FormFile form) throws IOException, InterruptedException {
        URI address = URI.create("%s/api/v1/forms/%s/versions/%s"
                .formatted(stack.required("EPRO_PROCESSING_URL"), encoded(form.id()), encoded(form.version())));
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + stack.required("EPRO_TOKEN_OPS"))
                .header("Content-Type", "application/fhir+json")
                .PUT(BodyPublishers.ofString(form.json()))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        return Published.of(form, answer.statusCode(), answer.body());
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        client.close();
    }
}
