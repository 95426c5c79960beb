package epro.cli.send;

import epro.cli.Output;
import epro.cli.Refused;
import epro.cli.RunningStack;
import epro.cli.submission.SubmissionClient;
import epro.stack.Endpoints;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./epro send}. */
@Command(
        name = "send",
        mixinStandardHelpOptions = true,
        description = {
            "Sends a file of submissions, one JSON object a line, plain or gzip.",
            "What is refused for now is sent again; lines that are refused for good are listed, and the exit status is 1."
        })
public final class SendCommand implements Callable<Integer> {

    private static final int BAR_MILLIS = 500;

    @Mixin
    private Output output = new Output();

    @Parameters(paramLabel = "FILE", description = "FILE.ndjson or FILE.ndjson.gz")
    private Path file = Path.of("");

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            defaultValue = "64",
            description = "Submissions in flight at a time (default: ${DEFAULT-VALUE}).")
    private int concurrency;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "How long a line is sent again before it is given up (default: ${DEFAULT-VALUE}).")
    private int patience;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isReadable(file)) {
            throw new Refused(file + " can't be read");
        }
        Endpoints stack = RunningStack.find();
        LineFile lines = LineFile.of(file);
        Tally tally = new Tally();
        URI intake = URI.create(stack.required("EPRO_INTAKE_URL"));
        try (SubmissionClient client = new SubmissionClient(intake, stack.required("EPRO_TOKEN_SUBMIT"))) {
            sendAll(lines, new Delivery(client::send, Duration.ofSeconds(patience)), tally);
        }
        output.result(tally.json(), tally.text());
        return tally.allAccepted() ? 0 : 1;
    }

    private void sendAll(LineFile lines, Delivery delivery, Tally tally) throws IOException, InterruptedException {
        Semaphore inFlight = new Semaphore(concurrency);
        try (ProgressBar bar = bar(lines.lines());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            lines.forEach((number, line) -> {
                inFlight.acquire();
                threads.execute(() -> {
                    try {
                        Identified identified = Identified.of(lines, number, line);
                        tally.enter(number, identified, delivery.deliver(identified.line()));
                        bar.step();
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    } finally {
                        inFlight.release();
                    }
                });
            });
        }
    }

    private static ProgressBar bar(long lines) {
        return new ProgressBarBuilder()
                .setTaskName("Sending")
                .setInitialMax(lines)
                .setUpdateIntervalMillis(BAR_MILLIS)
                .build();
    }
}
