package epro.cli.summary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A source file by its lines. */
record SourceFile(Path path, int lines, int javadocLines, int inlineLines) {

    static SourceFile read(Path path) throws IOException {
        return of(path, Files.readAllLines(path));
    }

    static SourceFile of(Path path, List<String> lines) {
        int javadoc = 0;
        int inline = 0;
        boolean inJavadoc = false;
        for (String line : lines) {
            String text = line.strip();
            inJavadoc = inJavadoc || text.startsWith("/**");
            javadoc += inJavadoc ? 1 : 0;
            inline += text.startsWith("//") ? 1 : 0;
            inJavadoc = inJavadoc && !text.endsWith("*/");
        }
        return new SourceFile(path, lines.size(), javadoc, inline);
    }
}
