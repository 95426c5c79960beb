package epro.cli;

import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every command prints: with {@code --json} one JSON object on standard output and all else on standard error,
 * without it text for people on standard output.
 */
public final class Output {

    @Option(names = "--json", description = "Print one JSON object; progress goes to standard error.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    /** Whether a program reads the result. */
    public boolean json() {
        return json;
    }

    /** One line about what is going on. */
    public void progress(String line) {
        (json ? command.commandLine().getErr() : command.commandLine().getOut()).println(line);
    }

    /** The command's one result, in both forms. */
    public void result(Map<String, ?> object, String text) {
        command.commandLine().getOut().println(json ? JsonMapper.shared().writeValueAsString(object) : text);
    }
}
