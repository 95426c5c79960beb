package epro.intake.request;

import epro.intake.ProvokedRefusals;
import epro.stack.StandardRole;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.stream.Stream;

class SubmitRefusalsTest extends ProvokedRefusals {
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";

    SubmitRefusalsTest() {
        super("/api/v1/submissions", ofADoorAnd("503 too-many-batches"));
    }

    @Override
    protected Stream<HttpRequest> refused() {
        String taken = somePatient();
        submit(body(taken, "'submissionId':'twice',"));
        Stream<HttpRequest> bodies = BadBodies.all()
                .map(bad -> request(JSON)
                        .POST(BodyPublishers.ofByteArray(bad.body()))
                        .build());
        return Stream.concat(
                bodies,
                Stream.of(
                        post(request(JSON), body(taken, "'submissionId':'twice','language':'en',")),
                        post(request(JSON), " ".repeat(70_000)),
                        post(request("text/plain"), body("P")),
                        post(request(JSON).header("Accept", "text/html"), body("P")),
                        post(request(JSON).header("Content-Encoding", "br"), body("P")),
                        post(request(JSON).header("Content-Encoding", "gzip"), body("P")),
                        post(request(JSON).header("Content-Encoding", "gzip"), ""),
                        post(request(JSON).header("Idempotency-Key", "with space"), body("P")),
                        post(request(JSON).header("Idempotency-Key", "a"), body("P", "'submissionId':'b',")),
                        post(
                                intake.request(stack.tokens().of(StandardRole.CRC, Duration.ofMinutes(5)), JSON),
                                body("P")),
                        post(intake.request(stack.tokens().patient("S1", "A", "P2"), JSON), body("P")),
                        post(request(LINES), ""),
                        post(request(LINES), "{}\n".repeat(5_001))));
    }
}
