package epro.cli.sync;

import epro.cli.Refused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** A list of trials as nmpa-sync takes it: NDJSON or CSV, told apart by the first character, compressed by gzip or not. */
final class TrialFile {

    private static final int GZIP_MAGIC = 0x1f8b;
    private static final Set<String> COLUMNS = Set.of("registrationNumber", "registration_number", "registration_no");

    private final boolean json;
    private final byte[] content;

    private TrialFile(boolean json, byte[] content) {
        this.json = json;
        this.content = content;
    }

    static TrialFile of(Path file) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new Refused(file + " can't be read");
        }
        try (InputStream content = content(file)) {
            byte[] bytes = content.readAllBytes();
            return new TrialFile(firstCharacter(bytes) == '{', bytes);
        }
    }

    /** As it is to be sent. */
    byte[] content() {
        return content.clone();
    }

    /** The content's media type. */
    String type() {
        return json ? "application/x-ndjson" : "text/csv";
    }

    /** The trials' numbers, each once; nmpa-sync has found the content readable before. */
    List<String> registrationNumbers() {
        ObjectReader reader = json
                ? JsonMapper.shared().readerForMapOf(Object.class)
                : new CsvMapper()
                        .readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader());
        try (MappingIterator<Map<String, Object>> rows = reader.readValues(content)) {
            return rows.readAll().stream().flatMap(TrialFile::number).distinct().toList();
        } catch (JacksonException e) {
            throw new Refused("the list of trials can't be read: " + e.getOriginalMessage());
        }
    }

    private static Stream<String> number(Map<String, Object> row) {
        return row.entrySet().stream()
                .filter(column -> COLUMNS.contains(column.getKey().strip()))
                .map(column -> String.valueOf(column.getValue()).strip())
                .filter(number -> !number.isEmpty())
                .limit(1);
    }

    private static char firstCharacter(byte[] bytes) {
        for (byte one : bytes) {
            if (!Character.isWhitespace(one)) {
                return (char) one;
            }
        }
        return ' ';
    }

    private static InputStream content(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        raw.mark(2);
        int magic = (raw.read() << 8) | raw.read();
        raw.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(raw) : raw;
    }
}
