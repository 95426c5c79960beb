package epro.simulator.regulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The simulator as a process of its own, set up by environment variables as a local stack does it. */
public final class RegulatorMain {

    private static final String TRIALS = "3000";

    private RegulatorMain() {}

    /** Runs until it is ended. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> environment = System.getenv();
        RegulatorSettings settings = RegulatorSettings.of(environment);
        try (Regulator regulator = Regulator.start(settings, register(environment, settings.seed()))) {
            System.out.println("The regulator's simulator answers at " + regulator.address());
            regulator.join();
        }
    }

    private static Register register(Map<String, String> environment, long seed) throws IOException {
        String folder = environment.getOrDefault("REGULATOR_SNAPSHOTS", "");
        return folder.isEmpty()
                ? new MadeUpRegister(Integer.parseInt(environment.getOrDefault("REGULATOR_TRIALS", TRIALS)), seed)
                : SnapshotRegister.in(Path.of(folder));
    }
}
