package epro.cli.sync;

import epro.cli.Output;
import epro.cli.RunningStack;
import epro.stack.Endpoints;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code ./epro sync}. */
@Command(
        name = "sync",
        mixinStandardHelpOptions = true,
        description = {
            "Asks the regulator for the statuses of trials, within its quota, and waits until that is done.",
            "Ctrl-C cancels the run. Exit status 0 if every trial was answered for, 1 if not."
        })
public final class SyncCommand implements Callable<Integer> {

    private static final int BAR_MILLIS = 500;

    @Mixin
    private Output output = new Output();

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description =
                    "Trials to take in and ask for, FILE.ndjson or FILE.csv, plain or gzip; without it, all that are known.")
    private @Nullable Path file;

    @Override
    public Integer call() throws IOException, InterruptedException {
        TrialFile trials = file == null ? null : TrialFile.of(file);
        Endpoints stack = RunningStack.find();
        URI nmpa = URI.create(stack.required("EPRO_NMPA_URL"));
        try (SyncClient client = new SyncClient(nmpa, stack.required("EPRO_TOKEN_OPS"))) {
            SyncRun run = followed(client, trials == null ? client.start() : begun(client, trials));
            output.result(run.object(), run.text());
            return run.succeeded() ? 0 : 1;
        }
    }

    private SyncRun begun(SyncClient client, TrialFile trials) throws IOException, InterruptedException {
        JsonNode taken = client.add(trials.type(), trials.content());
        output.progress("%d trials are new, %d were known"
                .formatted(taken.path("added").asLong(), taken.path("known").asLong()));
        return client.start(trials.registrationNumbers());
    }

    private static SyncRun followed(SyncClient client, SyncRun begun) throws InterruptedException {
        try (var _ = CancelOnExit.of(client, begun.id());
                ProgressBar bar = bar(begun.total())) {
            return RunWatch.usual(client).ended(begun, run -> {
                bar.maxHint(run.total());
                bar.stepTo(run.done());
                bar.setExtraMessage(" %d changed, %d failed".formatted(run.changed(), run.failed()));
            });
        }
    }

    private static ProgressBar bar(long trials) {
        return new ProgressBarBuilder()
                .setTaskName("Syncing")
                .setInitialMax(trials)
                .setUpdateIntervalMillis(BAR_MILLIS)
                .build();
    }
}
