package epro.cli.deadletters;

import epro.cli.Output;
import epro.cli.Refused;
import epro.cli.RunningStack;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./epro dead-letters replay}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Sends records in quarantine through the topic once more, with their own bytes.",
            "What still can't be read comes into quarantine again, from its new place."
        })
final class ReplayCommand implements Callable<Integer> {

    @Mixin
    private Output output = new Output();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "TOPIC-ID/PARTITION/OFFSET", description = "As the list names them.")
    private List<String> places = new ArrayList<>();

    @Option(names = "--all", description = "All that were never replayed.")
    private boolean all;

    @Option(names = "--reason", paramLabel = "REASON", description = "With --all: only these.")
    private @Nullable String reason;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (all == !places.isEmpty() || (reason != null && !all)) {
            throw new ParameterException(spec.commandLine(), "Name places, or say --all, with --reason or without");
        }
        List<String> replayed = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        try (DeadLetterClient client = DeadLettersCommand.client(RunningStack.find())) {
            for (String place : all ? neverReplayed(client) : places) {
                try {
                    client.replay(place);
                    replayed.add(place);
                } catch (Refused no) {
                    refused.add(place);
                    output.progress(place + ": " + no.getMessage());
                }
            }
        } finally {
            output.result(
                    Map.of("replayed", replayed, "refused", refused),
                    "%d replayed, %d refused".formatted(replayed.size(), refused.size()));
        }
        return refused.isEmpty() ? 0 : 1;
    }

    private List<String> neverReplayed(DeadLetterClient client) throws IOException, InterruptedException {
        return client.all(reason).stream()
                .filter(letter -> letter.path("replayedAt").isNull())
                .map(DeadLettersCommand::place)
                .toList();
    }
}
