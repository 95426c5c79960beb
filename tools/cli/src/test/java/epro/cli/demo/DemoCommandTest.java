package epro.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DemoCommandTest {

    @Test
    void refusesAProcessThatItDoesNotKnowBeforeStartingAnything() {
        StringWriter error = new StringWriter();
        CommandLine demo = new CommandLine(new DemoCommand()).setErr(new PrintWriter(error));

        assertThat(demo.execute("--once", "--kill", "zebra")).isEqualTo(2);
        assertThat(error.toString()).contains("--kill knows no process 'zebra'");
    }

    @Test
    void neitherKillsNorKeepsDataOfASystemThatIsNotItsOwn() {
        StringWriter error = new StringWriter();
        CommandLine demo = new CommandLine(new DemoCommand()).setErr(new PrintWriter(error));

        assertThat(demo.execute("--against", "compose", "--kill", "kafka")).isEqualTo(2);
        assertThat(demo.execute("--against", "compose", "--data", "d")).isEqualTo(2);
        assertThat(error.toString()).contains("--against leaves no room for --kill and --data");
    }
}
