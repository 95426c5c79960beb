package epro.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import epro.cli.chaos.Chaos;
import epro.cli.chaos.ChaosFigures;
import epro.cli.chaos.ChaosReport;
import epro.cli.chaos.fault.Faults;
import epro.stack.LocalStack;
import epro.stack.Workspace;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ten runs of all that may go wrong; which ten, each day has its own. */
@Tag("slow")
class ChaosTest {

    private static final Logger LOG = System.getLogger(ChaosTest.class.getName());
    private static final InstantSource CLOCK = InstantSource.system();
    private static final int RUNS = 10;

    private final List<ChaosFigures> told = new ArrayList<>();

    @Test
    void everythingHoldsWhateverFaultStrikes() throws Exception {
        long seed = LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC).getDayOfYear();
        String again = "the same schedule again: ./epro chaos --runs %d --seed %d".formatted(RUNS, seed);
        LOG.log(Level.INFO, again);
        try (LocalStack stack = stack();
                Chaos chaos = new Chaos(stack, CLOCK, this::tell)) {
            ChaosFigures figures = chaos.perform(Faults.all(), seed, RUNS);

            assertThat(figures.fine())
                    .as("%s; %s", ChaosReport.of(figures), again)
                    .isTrue();
            assertThat(told).hasSameSizeAs(figures.runs()).endsWith(figures);
        }
    }

    private static LocalStack stack() {
        Path tests = Workspace.find().scratch().resolve("tests");
        return LocalStack.builder()
                .home(tests.resolve("chaos-" + ProcessHandle.current().pid()))
                .anyPorts()
                .throughProxies()
                .start();
    }

    private void tell(ChaosFigures soFar) {
        told.add(soFar);
        LOG.log(Level.INFO, ChaosReport.line(soFar.last()));
    }
}
