package epro.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import epro.cli.chaos.Chaos;
import epro.cli.chaos.ChaosFigures;
import epro.cli.chaos.ChaosReport;
import epro.cli.chaos.fault.Faults;
import epro.e2e.Pipeline;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class ChaosTest {

    private static final Logger LOG = System.getLogger(ChaosTest.class.getName());
    private static final long SEED = 20261125;
    private static final int RUNS = 10;

    private final List<ChaosFigures> told = new ArrayList<>();

    @Test
    void everythingHoldsWhateverFaultStrikes() throws Exception {
        try (Chaos chaos = new Chaos(Pipeline.running().stack(), InstantSource.system(), this::tell)) {
            ChaosFigures figures = chaos.perform(Faults.withoutProxies(), SEED, RUNS);

            assertThat(figures.fine()).as(ChaosReport.of(figures)).isTrue();
            assertThat(told).hasSameSizeAs(figures.runs()).endsWith(figures);
        }
    }

    private void tell(ChaosFigures soFar) {
        told.add(soFar);
        LOG.log(Level.INFO, ChaosReport.line(soFar.last()));
    }
}
