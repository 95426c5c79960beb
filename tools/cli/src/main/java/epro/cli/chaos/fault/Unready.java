package epro.cli.chaos.fault;

import epro.cli.chaos.fault.Fault.Seen;
import epro.stack.LocalStack;
import epro.stack.Part;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A service that runs, answers, and says that it is not ready. */
final class Unready {

    private static final int NOT_READY = 503;
    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final Duration A_MOMENT = Duration.ofMillis(200);

    private Unready() {}

    static Seen await(LocalStack stack, Part service) throws InterruptedException {
        long deadline = System.nanoTime() + WITHIN.toNanos();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            int status = readiness(client, stack, service);
            while (status == 0 && System.nanoTime() < deadline) {
                Thread.sleep(A_MOMENT);
                status = readiness(client, stack, service);
            }
            return new Seen(
                    status == NOT_READY,
                    "meanwhile process %d of %s answered %d".formatted(stack.pid(service), service.text(), status));
        }
    }

    /** 0 while there is no answer. */
    private static int readiness(HttpClient client, LocalStack stack, Part service) throws InterruptedException {
        String root = stack.endpoints().required("EPRO_%s_MANAGEMENT_URL".formatted(service.name()));
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(root + "/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException _) {
            return 0;
        }
    }
}
