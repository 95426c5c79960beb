package epro.cli.partitions;

import epro.cli.Output;
import epro.cli.Refused;
import epro.cli.RunningStack;
import epro.schemas.PartitionRaise;
import epro.stack.Endpoints;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./epro partitions}. */
@Command(
        name = "partitions",
        mixinStandardHelpOptions = true,
        description = {
            "Raises the topics that carry patients' data to so many partitions.",
            "Stop every intake first; start them again when this has ended (docs/operations.md)."
        })
public final class PartitionsCommand implements Callable<Integer> {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Mixin
    private Output output = new Output();

    @Parameters(paramLabel = "N", description = "How many there shall be; more than there are.")
    private int partitions;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description = "How long to wait until all is processed (default: ${DEFAULT-VALUE}).")
    private int patience;

    @Override
    public Integer call() throws InterruptedException {
        Endpoints stack = RunningStack.find();
        URI intake = URI.create(stack.required("EPRO_INTAKE_URL"));
        if (RunningStack.listens(intake)) {
            throw new Refused("intake still answers at " + intake + ": stop every intake first");
        }
        Map<String, Object> brokers = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stack.required("EPRO_KAFKA"));
        try (Admin admin = Admin.create(brokers)) {
            PartitionRaise raise = new PartitionRaise(admin);
            awaitNoBacklog(raise);
            Map<String, Integer> before = raise.to(partitions);
            output.result(
                    Map.of("partitions", partitions, "before", before),
                    "The topics that carry patients' data have %d partitions; they had %s."
                            .formatted(partitions, before));
            return 0;
        } catch (IllegalArgumentException fewer) {
            throw new Refused(String.valueOf(fewer.getMessage()));
        }
    }

    private void awaitNoBacklog(PartitionRaise raise) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(patience).toNanos();
        long backlog = raise.backlog();
        long said = 0;
        while (backlog > 0) {
            if (System.nanoTime() > deadline) {
                throw new Refused("%d records are not processed yet; nothing was changed".formatted(backlog));
            }
            if (backlog != said) {
                output.progress("  %d records are still to be processed".formatted(backlog));
                said = backlog;
            }
            Thread.sleep(PAUSE);
            backlog = raise.backlog();
        }
    }
}
