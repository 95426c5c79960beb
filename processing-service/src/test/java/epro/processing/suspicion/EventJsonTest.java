package epro.processing.suspicion;

import static org.assertj.core.api.Assertions.assertThat;

import epro.processing.harm.Term;
import org.junit.jupiter.api.Test;

/** What stands in our own rows can be read, however it came there. */
class EventJsonTest {
    private static final Term TERM = new Term("urn:t", "t", "T");

    @Test
    void readsRowsWithTextsThatNobodyCouldSend() {
        String findings = """
                [{"kind":"RED_FLAG","rule":"red-flag","version":"1","path":"a\\ud83d…b\\u0000","grade":null,
                  "gradeAtLeast":null,"levels":{},"score":0.%s1}]""".formatted("0".repeat(200));
        assertThat(EventJson.readFindings(findings, TERM)).singleElement().satisfies(finding -> {
            assertThat(finding.path()).isEqualTo("a\uFFFD…b\uFFFD");
            assertThat(finding.score()).isPositive();
        });
    }
}
