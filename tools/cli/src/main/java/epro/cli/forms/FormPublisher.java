package epro.cli.forms;

import epro.cli.Refused;
import epro.cli.ServiceClient;
import epro.stack.Endpoints;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Publishes forms at the processing service of a running stack, as its operator. */
public final class FormPublisher implements AutoCloseable {

    private final ServiceClient processing;

    public FormPublisher(Endpoints stack) {
        this.processing =
                new ServiceClient(URI.create(stack.required("EPRO_PROCESSING_URL")), stack.required("EPRO_TOKEN_OPS"));
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
        String path = "/api/v1/forms/%s/versions/%s".formatted(encoded(form.id()), encoded(form.version()));
        HttpResponse<String> answer = processing.send("PUT", path, "application/fhir+json", form.json());
        return Published.of(form, answer.statusCode(), answer.body());
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        processing.close();
    }
}
