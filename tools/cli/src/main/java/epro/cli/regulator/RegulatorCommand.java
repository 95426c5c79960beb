package epro.cli.regulator;

import epro.cli.Output;
import epro.cli.Refused;
import epro.simulator.regulator.Allowance;
import epro.simulator.regulator.ErrorMix;
import epro.simulator.regulator.Latency;
import epro.simulator.regulator.MadeUpRegister;
import epro.simulator.regulator.Register;
import epro.simulator.regulator.Regulator;
import epro.simulator.regulator.RegulatorSettings;
import epro.simulator.regulator.SnapshotRegister;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./epro regulator}. */
@Command(
        name = "regulator",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a simulated register of trials until Ctrl-C.",
            "It allows an address ten connections at once and ten starts in any second, counts both by itself, and bans who"
                    + " opens an eleventh. GET /_log shows what it saw, POST /_reset forgets it, GET /_trials shows what is"
                    + " true, POST /_advance moves on to the next state."
        })
public final class RegulatorCommand implements Callable<Integer> {

    @Mixin
    private Output output = new Output();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8086",
            description = "Where it listens; 0 for any free port (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--latency",
            paramLabel = "TIME",
            defaultValue = "50ms..300ms",
            converter = LatencyText.class,
            description = "How long it works at a request, such as 300ms, or 50ms..3s for anything between"
                    + " (default: ${DEFAULT-VALUE}).")
    private Latency latency = Latency.parse("0ms");

    @Option(
            names = "--errors",
            paramLabel = "MIX",
            defaultValue = "",
            converter = ErrorText.class,
            description = "Shares of requests that go wrong, such as server-error=0.05,hang=0.01; also busy, truncated,"
                    + " empty, other-trial.")
    private ErrorMix errors = ErrorMix.NONE;

    @Option(
            names = "--hang",
            paramLabel = "TIME",
            defaultValue = "20s",
            converter = DurationText.class,
            description = "How late an answer comes that hangs (default: ${DEFAULT-VALUE}).")
    private Duration hang = Duration.ZERO;

    @Option(
            names = "--ban",
            paramLabel = "TIME",
            defaultValue = "1m",
            converter = DurationText.class,
            description = "How long an address is banned (default: ${DEFAULT-VALUE}).")
    private Duration ban = Duration.ZERO;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of trials, latencies and errors (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--trials",
            paramLabel = "N",
            defaultValue = "3000",
            description = "How many made-up trials it has (default: ${DEFAULT-VALUE}).")
    private int trials;

    @Option(
            names = "--snapshots",
            paramLabel = "DIR",
            description = "Play this folder's *.csv.gz through time instead of made-up trials.")
    private @Nullable Path snapshots;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Register register = register();
        RegulatorSettings settings = new RegulatorSettings(
                RegulatorSettings.LOOPBACK, port, Allowance.USUAL, latency, errors, hang, ban, seed);
        try (Regulator regulator = Regulator.start(settings, register)) {
            String address = regulator.address().toString();
            output.result(
                    Map.of(
                            "EPRO_REGULATOR_URL",
                            address,
                            "trials",
                            register.trials().size()),
                    "%s has %d trials, for instance %s/api/v1/trials/%s. Ctrl-C ends it."
                            .formatted(
                                    address,
                                    register.trials().size(),
                                    address,
                                    register.trials().getFirst().registrationNumber()));
            regulator.join();
            return 0;
        }
    }

    private Register register() throws IOException {
        if (snapshots == null) {
            return new MadeUpRegister(trials, seed);
        }
        if (!Files.isDirectory(snapshots)) {
            throw new Refused(snapshots + " is no folder");
        }
        return SnapshotRegister.in(snapshots);
    }
}
