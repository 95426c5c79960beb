package epro.cli.summary;

import static org.assertj.core.api.Assertions.assertThat;

import epro.cli.summary.TestReports.Skip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportsTest {

    @TempDir
    private Path root;

    @Test
    void sumsUpAllModules() throws IOException {
        report(
                "one",
                "A",
                "<testsuite tests='3' failures='1' errors='0' skipped='1'>"
                        + "<testcase classname='a.B' name='c'><skipped message='no data'/></testcase></testsuite>");
        report("two/deeper", "B", "<testsuite tests='4' failures='0' errors='2' skipped='0'/>");

        TestReports reports = TestReports.in(root, Instant.EPOCH);

        assertThat(reports.tests()).isEqualTo(7);
        assertThat(reports.failures()).isEqualTo(1);
        assertThat(reports.errors()).isEqualTo(2);
        assertThat(reports.skipped()).containsExactly(new Skip("a.B.c", "no data"));
    }

    @Test
    void leavesOutWhatAnEarlierRunWrote() throws IOException {
        Instant now = Instant.parse("2026-03-01T08:00:00Z");
        Path old = report("one", "Old", "<testsuite tests='3' failures='0' errors='0' skipped='0'/>");
        Files.setLastModifiedTime(old, FileTime.from(now.minusSeconds(1)));

        assertThat(TestReports.in(root, now).tests()).isZero();
    }

    private Path report(String module, String name, String xml) throws IOException {
        Path folder = Files.createDirectories(root.resolve(module).resolve("target/surefire-reports"));
        return Files.writeString(folder.resolve("TEST-" + name + ".xml"), xml);
    }
}
