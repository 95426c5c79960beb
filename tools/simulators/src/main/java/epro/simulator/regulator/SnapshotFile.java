package epro.simulator.regulator;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** Reads one snapshot: CSV with a header, compressed, columns by name. */
final class SnapshotFile {

    private static final ObjectReader ROWS = new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader());
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("[uuuu-MM-dd][dd/MM/uuuu]");

    private SnapshotFile() {}

    static List<Trial> read(Path file) throws IOException {
        try (InputStream content = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)));
                MappingIterator<Map<String, String>> rows = ROWS.readValues(content)) {
            return rows.readAll().stream().map(SnapshotFile::trial).toList();
        }
    }

    private static Trial trial(Map<String, String> row) {
        return new Trial(
                row.getOrDefault("trialid", "").strip(),
                row.getOrDefault("recruitment_status", ""),
                row.getOrDefault("public_title", ""),
                date(row.getOrDefault("last_refreshed_on", "")));
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text, DATE);
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
