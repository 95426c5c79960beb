package epro.cli;

import epro.cli.audit.AuditCommand;
import epro.cli.bench.BenchCommand;
import epro.cli.chaos.ChaosCommand;
import epro.cli.compose.ComposeKeysCommand;
import epro.cli.datacheck.DataCheckCommand;
import epro.cli.deadletters.DeadLettersCommand;
import epro.cli.demo.DemoCommand;
import epro.cli.forms.FormsCommand;
import epro.cli.partitions.PartitionsCommand;
import epro.cli.regulator.RegulatorCommand;
import epro.cli.rules.RulesCommand;
import epro.cli.send.SendCommand;
import epro.cli.summary.TestSummaryCommand;
import epro.cli.sync.SyncCommand;
import epro.cli.tables.TablesCommand;
import epro.cli.token.TokenCommand;
import epro.cli.up.UpCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Everything that {@code ./epro COMMAND} can do. Exit status: 0 as asked, 1 findings or refused input, 2 wrong usage, 3 the
 * stack or a part of it is not there.
 */
@Command(
        name = "epro",
        mixinStandardHelpOptions = true,
        version = "0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            ChaosCommand.class,
            ComposeKeysCommand.class,
            SendCommand.class,
            FormsCommand.class,
            TokenCommand.class,
            DataCheckCommand.class,
            DeadLettersCommand.class,
            AuditCommand.class,
            PartitionsCommand.class,
            RulesCommand.class,
            RegulatorCommand.class,
            SyncCommand.class,
            BenchCommand.class,
            TablesCommand.class,
            TestSummaryCommand.class
        })
public final class Main implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Failures());
    }

    /** Without a command there is nothing to do but say which there are. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
