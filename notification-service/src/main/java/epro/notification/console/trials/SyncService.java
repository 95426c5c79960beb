package epro.notification.console.trials;

import epro.support.problem.StackOnly;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks nmpa-sync, whose tables are its own. Whatever goes wrong there is a state of it, and never an error here. */
@Component
class SyncService {
    private static final Logger LOG = LoggerFactory.getLogger(SyncService.class);
    private static final int RUNS = 10;

    private final SyncSettings settings;
    private final JsonMapper json;
    private final HttpClient http;
    private final AtomicBoolean away = new AtomicBoolean();

    SyncService(SyncSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
        this.http = HttpClient.newBuilder().connectTimeout(settings.patience()).build();
    }

    /** Returns within twice the patience. */
    SyncState state() throws InterruptedException {
        if (!settings.isKnown()) {
            return new SyncState.NotSetUp();
        }
        try {
            Freshness freshness = ask("/api/v1/freshness", Freshness.class);
            Runs runs = ask("/api/v1/sync-runs?limit=" + RUNS, Runs.class);
            if (away.compareAndSet(true, false)) {
                LOG.info("nmpa-sync answers again");
            }
            return new SyncState.Told(runs.items(), freshness);
        } catch (IOException | JacksonException failure) {
            if (away.compareAndSet(false, true)) {
                LOG.warn("nmpa-sync can't be asked how far it is, its page says so: {}", StackOnly.of(failure));
            }
            return new SyncState.Away();
        }
    }

    private <T> T ask(String path, Class<T> type) throws IOException, InterruptedException {
        String root = Objects.requireNonNull(settings.url()).toString().replaceAll("/+$", "");
        String token =
                Files.readString(Objects.requireNonNull(settings.tokenFile())).strip();
        HttpRequest request = HttpRequest.newBuilder(URI.create(root + path))
                .timeout(settings.patience())
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("nmpa-sync answered " + answer.statusCode());
        }
        T told = json.readValue(answer.body(), type);
        if (told == null) {
            throw new IOException("nmpa-sync answered with nothing");
        }
        return told;
    }

    /** The newest runs; there may be more. */
    record Runs(List<SyncRun> items) {

        Runs {
            items = items == null ? List.of() : List.copyOf(items);
        }
    }
}
