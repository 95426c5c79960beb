package epro.cli.audit;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./epro audit}. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "The audit chains.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {VerifyCommand.class, ExportCommand.class})
public final class AuditCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? There are: verify, export");
    }
}
