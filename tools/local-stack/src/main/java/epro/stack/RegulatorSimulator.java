package epro.stack;

import epro.stack.process.Recipe;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A register of trials that holds its callers to its quota; what it saw is at {@code GET /_log}. */
final class RegulatorSimulator {

    private static final int HEAP_MIB = 64;

    private final String classPath;
    private final Site site;
    private final Map<String, String> settings;

    RegulatorSimulator(Workspace workspace, Site site, Map<String, String> settings) {
        this.classPath = workspace.simulatorClassPath();
        this.site = site;
        this.settings = settings;
    }

    Recipe recipe(Path log) {
        Map<String, String> environment = new TreeMap<>(settings);
        environment.put("REGULATOR_PORT", Integer.toString(site.ports().of(Part.REGULATOR)));
        List<String> rest =
                List.of("-XX:TieredStopAtLevel=1", "-cp", classPath, "epro.simulator.regulator.RegulatorMain");
        return Recipe.of(
                Part.REGULATOR.text(),
                Jvm.command(HEAP_MIB, rest),
                environment,
                log,
                new HttpProbe(site.address(Part.REGULATOR).resolve("/_log")));
    }
}
