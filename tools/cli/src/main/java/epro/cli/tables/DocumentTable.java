package epro.cli.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A table in a document, and the evidence that it is written from.
 *
 * @param evidence its name in {@code docs/evidence}, and the table's
 * @param document in {@code docs}
 */
record DocumentTable(String evidence, String document, Function<JsonNode, String> text) {

    static final List<DocumentTable> ALL = List.of(
            new DocumentTable("chaos", "chaos.md", ChaosTable::of),
            new DocumentTable("chaos-500-clients", "chaos.md", ChaosTable::of),
            new DocumentTable("bench-nmpa", "benchmarks.md", BenchTable::of),
            new DocumentTable("bench-intake", "benchmarks.md", BenchTable::of),
            new DocumentTable("bench-processing", "benchmarks.md", BenchTable::of));

    private static final String COMMAND = "./epro tables";

    /** What it has to be, by what is recorded; a sentence where nothing is. */
    String expected(Path root) throws IOException {
        Path file = root.resolve("docs/evidence").resolve(evidence + ".json");
        return Files.exists(file)
                ? text.apply(JsonMapper.shared().readTree(Files.readString(file)))
                : "Nothing is recorded yet.\n";
    }

    String present(Path root) throws IOException {
        return part().in(Files.readString(path(root)));
    }

    void write(Path root) throws IOException {
        Path path = path(root);
        Files.writeString(path, part().exchanged(Files.readString(path), expected(root)));
    }

    Path path(Path root) {
        return root.resolve("docs").resolve(document);
    }

    private MarkedPart part() {
        return new MarkedPart(evidence, COMMAND);
    }
}
