package epro.cli.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceShapeTest {

    @TempDir
    private Path root;

    @Test
    void measuresMainCodeOnly() throws IOException {
        write("one/src/main/java/a/A.java", """
                package a;

                /** Why. */
                public final class A {
                    A(int x, int y) {
                        // no matter
                    }
                }
                """);
        write("one/src/main/java/a/B.java", "package a;\n\nrecord B(int a, int b, int c) {\n    B {\n    }\n}\n");
        write("one/src/test/java/a/C.java", "package a;\npublic class C {}\n");

        SourceShape shape = SourceShape.of(root);

        assertThat(shape.files()).isEqualTo(2);
        assertThat(shape.types()).isEqualTo(2);
        assertThat(shape.publicTypes()).isEqualTo(1);
        assertThat(shape.widestConstructor()).isEqualTo(2);
        assertThat(shape.fileLinesMedian()).isEqualTo(6);
        assertThat(shape.fileLinesP90()).isEqualTo(8);
        assertThat(shape.methodLinesMax()).isEqualTo(3);
        assertThat(shape.javadocPercent()).isEqualTo(7.1);
        assertThat(shape.inlinePercent()).isEqualTo(7.1);
    }

    private void write(String path, String source) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
    }
}
