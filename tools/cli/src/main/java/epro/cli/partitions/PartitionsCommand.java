package epro.cli.partitions;

import epro.cli.Output;
import epro.cli.Refused;
import epro.cli.RunningStack;
import epro.cli.StackNotThere;
import epro.schemas.PartitionRaise;
import epro.stack.Endpoints;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
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

    @Parameters(paramLabel = "N", description = "How many there shall be; they can't become fewer.")
    private int partitions;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description = "How long to wait until all is processed (default: ${DEFAULT-VALUE}).")
    private int patience;

    @Override
    public Integer call() throws InterruptedException {
        return raise(RunningStack.find());
    }

    int raise(Endpoints stack) throws InterruptedException {
        URI intake = URI.create(stack.required("EPRO_INTAKE_URL"));
        demandSilence(intake);
        String brokers = stack.required("EPRO_KAFKA");
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers))) {
            PartitionRaise raise = new PartitionRaise(admin);
            awaitNoBacklog(raise);
            demandSilence(intake);
            SortedMap<String, Integer> before = raise.to(partitions);
            output.result(
                    Map.of("partitions", partitions, "before", before),
                    "The topics that carry patients' data have %d partitions; before: %s"
                            .formatted(partitions, before));
            return 0;
        } catch (IllegalArgumentException fewer) {
            throw new Refused(String.valueOf(fewer.getMessage()));
        } catch (KafkaException away) {
            throw new StackNotThere("%s: %s (%s)".formatted(brokers, away.getMessage(), away.getCause()));
        }
    }

    private static void demandSilence(URI intake) {
        if (RunningStack.listens(intake)) {
            throw new Refused("intake still answers at " + intake + ": stop every intake first");
        }
    }

    /** Twice in a row: what one reader has just written for the other is seen the second time. */
    private void awaitNoBacklog(PartitionRaise raise) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(patience).toNanos();
        long said = 0;
        for (int empty = 0; empty < 2; Thread.sleep(PAUSE)) {
            long backlog = raise.backlog();
            empty = backlog == 0 ? empty + 1 : 0;
            if (backlog > 0 && System.nanoTime() > deadline) {
                throw new Refused("%d records are not processed yet; nothing was changed".formatted(backlog));
            }
            if (backlog != said) {
                output.progress("  %d records are still to be processed".formatted(backlog));
                said = backlog;
            }
        }
    }
}
