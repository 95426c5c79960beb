package epro.e2e;

import static org.awaitility.Awaitility.await;

import epro.cli.submission.Answer;
import epro.cli.submission.Answer.Accepted;
import epro.cli.submission.Answer.Denied;
import epro.cli.submission.SubmissionClient;
import epro.stack.StandardRole;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Sends as a good client does: again under the same id until the answer is 202. Thread-safe. */
public final class GoodClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int AT_A_TIME = 48;

    private final SubmissionClient client;
    private final Consumer<Answer> hears;

    public GoodClient(Pipeline pipeline) {
        this(pipeline, pipeline.intakeAddress());
    }

    /** @param intake which of the pipeline's intakes it goes to */
    public GoodClient(Pipeline pipeline, URI intake) {
        this(pipeline, intake, _ -> {});
    }

    /** @param hears the answer to each attempt */
    GoodClient(Pipeline pipeline, URI intake, Consumer<Answer> hears) {
        this.client = new SubmissionClient(intake, pipeline.token(StandardRole.SUBMIT));
        this.hears = hears;
    }

    /** Blocks until it is answered for good; fails unless that was a 202. */
    public Accepted deliver(String body) {
        Answer answer = await().atMost(PATIENCE)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(PAUSE)
                .until(() -> attempt(body), GoodClient::forGood);
        if (answer instanceof Accepted accepted) {
            return accepted;
        }
        throw new AssertionError("never answered 202 but " + answer);
    }

    /** Delivers all of them, some at a time; the answers are in the order of the bodies. */
    public List<Accepted> deliverAll(List<String> bodies) {
        Semaphore free = new Semaphore(AT_A_TIME);
        List<CompletableFuture<Accepted>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String body : bodies) {
                free.acquireUninterruptibly();
                answers.add(CompletableFuture.supplyAsync(() -> deliver(body, free), threads));
            }
        }
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private Accepted deliver(String body, Semaphore taken) {
        try {
            return deliver(body);
        } finally {
            taken.release();
        }
    }

    private Answer attempt(String body) throws InterruptedException {
        Answer answer = client.send(body);
        hears.accept(answer);
        return answer;
    }

    private static boolean forGood(Answer answer) {
        return answer instanceof Accepted || answer instanceof Denied;
    }

    @Override
    public void close() {
        client.close();
    }
}
