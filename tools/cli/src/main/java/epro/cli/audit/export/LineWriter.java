package epro.cli.audit.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes one file of the export: a JSON object a line, compressed if its name says so. */
final class LineWriter implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final ObjectWriter JSON = JsonMapper.shared().writer();

    private final Path path;
    private final String name;
    private final MessageDigest digest = sha256();
    private final OutputStream out;
    private long lines;

    LineWriter(Path folder, String name) throws IOException {
        this.path = folder.resolve(name);
        this.name = name;
        Files.createDirectories(path.toAbsolutePath().getParent());
        OutputStream file = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(path)), digest);
        this.out = name.endsWith(".gz") ? new BufferedOutputStream(new GZIPOutputStream(file, BUFFER), BUFFER) : file;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    void write(Object line) {
        try {
            out.write(JSON.writeValueAsBytes(line));
            out.write('\n');
            lines++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(byte[] content) throws IOException {
        out.write(content);
    }

    long lines() {
        return lines;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** After it was closed. */
    FileFacts facts() throws IOException {
        return new FileFacts(name, lines, Files.size(path), HexFormat.of().formatHex(digest.digest()));
    }
}
