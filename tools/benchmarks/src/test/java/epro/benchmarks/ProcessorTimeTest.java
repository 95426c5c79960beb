package epro.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class ProcessorTimeTest {
    private static final String BUSY_CHILD =
            "read go; sh -c 'i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done'; echo done; read stop";

    @Test
    void countsChildrenThatHaveEnded() throws IOException {
        Process parent = new ProcessBuilder("sh", "-c", BUSY_CHILD).start();
        SequencedMap<String, Long> processes = new LinkedHashMap<>();
        processes.put("parent", parent.pid());
        ProcessorTime time = ProcessorTime.of(processes);

        try (Writer in = parent.outputWriter();
                BufferedReader out = parent.inputReader()) {
            in.write("go\n");
            in.flush();
            assertThat(out.readLine()).isEqualTo("done");
            assertThat(time.perRecord(1).get("parent")).isGreaterThan(20_000.0);
        }
    }
}
