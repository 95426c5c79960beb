package epro.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ChaosCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();
    private final CommandLine chaos =
            new CommandLine(new ChaosCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(error));

    @Test
    void listsItsScenariosWithoutStartingAnything() {
        assertThat(chaos.execute("--scenario", "list")).isZero();
        assertThat(out.toString().lines())
                .contains("kill-processing", "poison", "offsets-moved-back", "cut-database-from-processing");
    }

    @Test
    void refusesAScenarioThatItDoesNotKnowBeforeStartingAnything() {
        assertThat(chaos.execute("--scenario", "zebra")).isEqualTo(2);
        assertThat(error.toString()).contains("no scenario 'zebra'; --scenario list prints all");
    }

    @Test
    void neverRecordsTheQuickForm() {
        assertThat(chaos.execute("--quick", "--record")).isEqualTo(2);
        assertThat(chaos.execute("--runs", "0")).isEqualTo(2);
        assertThat(chaos.execute("--clients", "0")).isEqualTo(2);
        assertThat(chaos.execute("--quick", "--clients", "500")).isEqualTo(2);
        assertThat(chaos.execute("--quick", "--from", "2")).isEqualTo(2);
    }

    @Test
    void recordsAScheduleFromItsFirstRunOnly() {
        assertThat(chaos.execute("--from", "0")).isEqualTo(2);
        assertThat(chaos.execute("--from", "87", "--runs", "1", "--record")).isEqualTo(2);
        assertThat(error.toString()).contains("--record plays a schedule from its first run");
    }
}
