package epro.cli.demo.trials;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import epro.cli.sync.SyncRun;
import epro.simulator.regulator.MadeUpRegister;
import epro.simulator.regulator.Regulator;
import epro.simulator.regulator.RegulatorLog;
import epro.simulator.regulator.RegulatorLog.Violation;
import epro.simulator.regulator.RegulatorSettings;
import epro.simulator.regulator.Trial;
import epro.stack.Endpoints;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TrialSyncTest {

    private static final String RUN = "{\"runId\":\"r-1\",\"state\":\"%s\",\"total\":300,\"done\":300}";
    private static final String ONCE = "[{\"status\":\"RECRUITING\"}]";

    private final MadeUpRegister register = new MadeUpRegister(400, 1);
    private final Regulator regulator = Regulator.start(RegulatorSettings.of(Map.of()), register);
    private final HttpServer nmpa = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    TrialSyncTest() throws IOException {
        nmpa.createContext("/", this::answer);
        nmpa.start();
    }

    @AfterEach
    void stop() {
        nmpa.stop(0);
        regulator.close();
    }

    @Test
    void comparesEveryTrialWithTheRegister() throws ExecutionException, InterruptedException {
        Endpoints endpoints = new Endpoints(Map.of(
                "EPRO_REGULATOR_URL",
                regulator.address().toString(),
                "EPRO_NMPA_URL",
                "http://127.0.0.1:" + nmpa.getAddress().getPort(),
                "EPRO_TOKEN_OPS",
                "a-token"));
        try (TrialSync trials = new TrialSync(endpoints)) {
            Synced synced = trials.begin(300).get();
            assertThat(synced.figures().state()).isEqualTo("SUCCEEDED");
            assertThat(synced.wrong()).isEqualTo(1);
            assertThat(synced.twice()).isEqualTo(2);
            assertThat(synced.seen()).isEqualTo(new RegulatorLog(0, 0, 0, List.of(), 0));
        }
    }

    @Test
    void isFineOnlyIfEverythingIs() {
        RegulatorLog calm = new RegulatorLog(300, 10, 10, List.of(), 0);
        RegulatorLog violated = new RegulatorLog(300, 10, 11, List.of(new Violation("starts", Instant.EPOCH)), 0);
        assertThat(new Synced(run("SUCCEEDED"), 0, 0, 1, calm).fine()).isTrue();
        assertThat(new Synced(run("PARTIAL"), 0, 0, 1, calm).fine()).isFalse();
        assertThat(new Synced(run("SUCCEEDED"), 1, 0, 1, calm).fine()).isFalse();
        assertThat(new Synced(run("SUCCEEDED"), 0, 1, 1, calm).fine()).isFalse();
        assertThat(new Synced(run("SUCCEEDED"), 0, 0, 1, violated).fine()).isFalse();
    }

    private static SyncRun run(String state) {
        return new SyncRun(JsonMapper.shared().readTree(RUN.formatted(state)));
    }

    /** One of the trials is stored with another status, and one has changed three times. */
    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        if (request.startsWith("POST")) {
            send(exchange, 202, RUN.formatted("RUNNING"));
        } else if (request.startsWith("GET /api/v1/sync-runs/")) {
            send(exchange, 200, RUN.formatted("SUCCEEDED"));
        } else {
            send(exchange, 200, trial(request.substring(request.lastIndexOf('/') + 1)));
        }
    }

    private String trial(String number) {
        String status = register.find(number).map(Trial::status).orElse("");
        return "{\"registrationNumber\":\"%s\",\"originalStatus\":\"%s\",\"history\":%s}"
                .formatted(
                        number,
                        number.equals("CTR20260007") ? "another" : status,
                        number.equals("CTR20260009") ? ONCE.replace("}]", "},{},{}]") : ONCE);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
