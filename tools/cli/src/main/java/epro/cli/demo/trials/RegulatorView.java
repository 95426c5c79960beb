package epro.cli.demo.trials;

import epro.simulator.regulator.RegulatorLog;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import tools.jackson.databind.json.JsonMapper;

/** The simulated regulator as an observer sees it: what is true, and what it has seen. */
public final class RegulatorView implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI regulator;

    public RegulatorView(URI regulator) {
        this.regulator = regulator;
    }

    /** The statuses of all its trials now, in the register's own words, by number. */
    public SequencedMap<String, String> statuses() throws IOException, InterruptedException {
        SequencedMap<String, String> statuses = new LinkedHashMap<>();
        JsonMapper.shared()
                .readTree(send("GET", "/_trials"))
                .path("items")
                .forEach(trial -> statuses.put(
                        trial.path("registrationNumber").asString(),
                        trial.path("status").asString()));
        return statuses;
    }

    public RegulatorLog log() throws IOException, InterruptedException {
        return JsonMapper.shared().readValue(send("GET", "/_log"), RegulatorLog.class);
    }

    /** Moves the register on to its next state. */
    public void advance() throws IOException, InterruptedException {
        send("POST", "/_advance");
    }

    private String send(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(regulator.resolve(path))
                .method(method, BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("the regulator answered %d to %s".formatted(answer.statusCode(), path));
        }
        return answer.body();
    }

    @Override
    public void close() {
        http.close();
    }
}
