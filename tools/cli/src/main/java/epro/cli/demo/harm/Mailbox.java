package epro.cli.demo.harm;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the stack's mail sink what it was handed. */
public final class Mailbox implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI sink;

    public Mailbox(URI sink) {
        this.sink = sink;
    }

    /** All of its mails, for whomever they were. */
    public Mails count() throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        for (JsonNode user : get("/api/user")) {
            String address = user.path("email").asString();
            get("/api/user/" + address + "/messages/")
                    .forEach(mail -> ids.add(mail.path("Message-ID").asString()));
        }
        return new Mails(ids.size(), ids.size() - Set.copyOf(ids).size());
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(sink.resolve(path)).timeout(PATIENCE).build();
        return JsonMapper.shared()
                .readTree(http.send(request, BodyHandlers.ofString()).body());
    }

    @Override
    public void close() {
        http.close();
    }
}
