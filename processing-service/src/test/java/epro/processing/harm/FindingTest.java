package epro.processing.harm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindingTest {
    private static final Term TERM = new Term("urn:t", "t", "T");
    private static final String FACE = "\uD83D\uDE00";

    @Test
    void cutsALongPathBetweenCharacters() {
        assertThat(path("a".repeat(198) + FACE + "bbb")).isEqualTo("a".repeat(198) + FACE + "…");
        assertThat(path(FACE.repeat(200))).isEqualTo(FACE.repeat(200));
        assertThat(path(FACE.repeat(201))).isEqualTo(FACE.repeat(199) + "…");
    }

    @Test
    void replacesWhatNoColumnGivesBack() {
        assertThat(path("a\0b\uD83Dc\uDE00")).isEqualTo("a\uFFFDb\uFFFDc\uFFFD");
        assertThat(new Term("\0", "\uD83D", "\uDE00")).isEqualTo(new Term("\uFFFD", "\uFFFD", "\uFFFD"));
    }

    private static String path(String path) {
        return Finding.plain(FindingKind.RED_FLAG, "1", path, TERM).path();
    }
}
