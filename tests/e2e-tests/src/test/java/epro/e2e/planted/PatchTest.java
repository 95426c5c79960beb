package epro.e2e.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PatchTest {

    private static final String FILE = "a/Lane.java";
    private static final Patch PATCH =
            Patch.of(List.of("--- " + FILE, "@@", " lock();", "-write();", "+writeTwice();", "", " unlock();"));

    @Test
    void exchangesLinesWhereTheyStand() {
        assertThat(PATCH.files()).containsExactly(FILE);
        assertThat(PATCH.applied(FILE, "begin();\nlock();\nwrite();\n\nunlock();\nend();\n"))
                .isEqualTo("begin();\nlock();\nwriteTwice();\n\nunlock();\nend();\n");
    }

    @Test
    void saysThatTheSourceHasMovedOn() {
        assertThatThrownBy(() -> PATCH.applied(FILE, "lock();\nwriteAll();\n\nunlock();\n"))
                .hasMessageContaining("a/Lane.java holds these lines no more")
                .hasMessageContaining("write();");
    }

    @Test
    void takesNoPlaceOfTwo() {
        String once = "lock();\nwrite();\n\nunlock();\n";

        assertThatThrownBy(() -> PATCH.applied(FILE, once + once)).hasMessageContaining("more than once");
    }
}
