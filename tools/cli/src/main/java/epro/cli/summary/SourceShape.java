package epro.cli.summary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the main code of all modules is shaped.
 *
 * @param javadocPercent of all lines
 * @param inlinePercent lines that are nothing but a {@code //} comment, of all lines
 * @param widestConstructor parameters of the widest one; those of records don't count
 * @param types top-level types
 */
record SourceShape(
        int files,
        int fileLinesMedian,
        int fileLinesP90,
        int methodLinesP99,
        int methodLinesMax,
        int widestConstructor,
        double javadocPercent,
        double inlinePercent,
        int publicTypes,
        int types) {

    /** Measures every {@code src/main/java} below the root. */
    static SourceShape of(Path root) throws IOException {
        List<SourceFile> sources = new ArrayList<>();
        try (Stream<Path> files = Files.find(root, 30, (file, _) -> isMainCode(root.relativize(file)))) {
            for (Path file : files.sorted().toList()) {
                sources.add(SourceFile.read(file));
            }
        }
        List<Declarations> declared =
                Declarations.in(sources.stream().map(SourceFile::path).toList());
        return of(sources, declared);
    }

    private static SourceShape of(List<SourceFile> sources, List<Declarations> declared) {
        int lines = sources.stream().mapToInt(SourceFile::lines).sum();
        int[] fileLines = sources.stream().mapToInt(SourceFile::lines).sorted().toArray();
        int[] methodLines = declared.stream()
                .flatMap(file -> file.methodLines().stream())
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        return new SourceShape(
                sources.size(),
                percentile(fileLines, 50),
                percentile(fileLines, 90),
                percentile(methodLines, 99),
                percentile(methodLines, 100),
                declared.stream()
                        .mapToInt(Declarations::widestConstructor)
                        .max()
                        .orElse(0),
                percent(sources.stream().mapToInt(SourceFile::javadocLines).sum(), lines),
                percent(sources.stream().mapToInt(SourceFile::inlineLines).sum(), lines),
                declared.stream().mapToInt(Declarations::publicTypes).sum(),
                declared.stream().mapToInt(Declarations::types).sum());
    }

    /** As a row of a table in Markdown, under its heading. */
    String row() {
        return """
                | files | lines median / p90 | methods p99 / max | widest constructor | Javadoc | inline `//` | public types |
                |---|---|---|---|---|---|---|
                | %d | %d / %d | %d / %d | %d | %.0f %% | %.1f %% | %d of %d |""".formatted(
                        files,
                        fileLinesMedian,
                        fileLinesP90,
                        methodLinesP99,
                        methodLinesMax,
                        widestConstructor,
                        javadocPercent,
                        inlinePercent,
                        publicTypes,
                        types);
    }

    private static boolean isMainCode(Path file) {
        String path = file.toString();
        return path.contains("src/main/java/") && path.endsWith(".java") && !path.endsWith("package-info.java");
    }

    private static int percentile(int[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }

    private static double percent(int part, int whole) {
        return whole == 0 ? 0 : Math.round(part * 1000.0 / whole) / 10.0;
    }
}
