package epro.cli.audit.export;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a file of the export line by line.
 *
 * @param <T> what a line holds
 */
final class LineReader<T> implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final String name;
    private final ObjectReader json;
    private final Class<T> type;
    private final BufferedReader lines;
    private long line;

    LineReader(Path folder, String name, Class<T> type) {
        this.name = name;
        this.type = type;
        this.json = JsonMapper.shared().readerFor(type);
        try {
            lines = new BufferedReader(
                    new InputStreamReader(unpacked(folder.resolve(name)), StandardCharsets.UTF_8), BUFFER);
        } catch (IOException e) {
            throw new UnreadableExport(name, 1, e);
        }
    }

    private static InputStream unpacked(Path path) throws IOException {
        InputStream file = Files.newInputStream(path);
        try {
            return new GZIPInputStream(file, BUFFER);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /**
     * The next line, or null after the last.
     *
     * @throws UnreadableExport if it is not what an export has there
     */
    @Nullable
    T next() {
        line++;
        try {
            String text = lines.readLine();
            return text == null ? null : Objects.requireNonNull(type.cast(json.readValue(text)), "an object");
        } catch (IOException | JacksonException | NullPointerException e) {
            throw new UnreadableExport(name, line, e);
        }
    }

    /** Of the line that was read last. */
    UnreadableExport unreadable(RuntimeException cause) {
        return new UnreadableExport(name, line, cause);
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
