package epro.cli.deadletters;

import epro.cli.Output;
import epro.cli.RunningStack;
import epro.stack.Endpoints;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code ./epro dead-letters}. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        description =
                "Lists the records in quarantine: where they stand in the log and why, nothing of what they hold.",
        subcommands = ReplayCommand.class)
public final class DeadLettersCommand implements Callable<Integer> {

    @Mixin
    private Output output = new Output();

    @Option(names = "--reason", paramLabel = "REASON", description = "Only these, such as unreadable.")
    private @Nullable String reason;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (DeadLetterClient client = client(RunningStack.find())) {
            List<JsonNode> letters = client.all(reason);
            output.result(Map.of("items", letters), text(letters));
            return 0;
        }
    }

    static DeadLetterClient client(Endpoints stack) {
        return new DeadLetterClient(
                URI.create(stack.required("EPRO_PROCESSING_URL")), stack.required("EPRO_TOKEN_OPS"));
    }

    /** Where it stands, as {@code replay} takes it. */
    static String place(JsonNode letter) {
        return "%s/%d/%d"
                .formatted(
                        letter.path("topicId").asString(),
                        letter.path("partition").asInt(),
                        letter.path("offset").asLong());
    }

    static String text(List<JsonNode> letters) {
        if (letters.isEmpty()) {
            return "Nothing is in quarantine.";
        }
        return letters.stream().map(DeadLettersCommand::line).collect(Collectors.joining("\n"));
    }

    private static String line(JsonNode letter) {
        String replayed = letter.path("replayedAt").isNull()
                ? ""
                : ", replayed " + letter.path("replayedAt").asString();
        return "%-40s %s, %s bytes, since %s%s"
                .formatted(
                        place(letter),
                        letter.path("reason").asString(),
                        letter.path("bytes").isNull()
                                ? "no"
                                : letter.path("bytes").asString(),
                        letter.path("storedAt").asString(),
                        replayed);
    }
}
