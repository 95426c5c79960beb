package epro.cli.audit;

import epro.cli.Refused;
import epro.cli.ServiceClient;
import epro.cli.StackNotThere;
import epro.cli.audit.export.Manifest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import tools.jackson.databind.json.JsonMapper;

/** Has processing note that the audit trail is about to be exported. */
final class ExportNote implements AutoCloseable {

    private static final int CREATED = 201;
    private static final int UNAVAILABLE = 503;

    private final ServiceClient processing;

    ExportNote(URI processing, String token) {
        this.processing = new ServiceClient(processing, token);
    }

    /**
     * Where it is noted.
     *
     * @throws Refused if it is not; then nothing may be exported
     * @throws StackNotThere if it can't be at the moment
     */
    Manifest.Noted take() throws IOException, InterruptedException {
        HttpResponse<String> answer = processing.send("POST", "/api/v1/audit-exports");
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
        processing.close();
    }
}
