package epro.cli.rules;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./epro rules}. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = "The rules that read free text for red flags.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = EvaluateCommand.class)
public final class RulesCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? There is: evaluate");
    }
}
