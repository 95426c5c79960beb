package epro.cli.rules;

import epro.cli.Refused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Labelled sentences from a file with tabs between its columns. What is wrong with it is said with the line it stands
 * in.
 *
 * @param sha256 of the file, hexadecimal
 */
record SentenceFile(String sha256, List<Sentence> sentences) {

    private static final String NO_CONCEPT = "none";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    static SentenceFile read(Path file) throws IOException {
        byte[] content = content(file);
        List<String> lines = text(file, content).lines().toList();
        if (lines.isEmpty()) {
            throw new Refused(file + " is empty; its first line has to name the columns");
        }
        Header header = Header.of(file, lines.getFirst());
        List<Sentence> sentences = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                sentences.add(header.sentence(i + 1, lines.get(i)));
            }
        }
        if (sentences.isEmpty()) {
            throw new Refused(file + " has no sentence behind its first line");
        }
        return new SentenceFile(HexFormat.of().formatHex(sha256(content)), sentences);
    }

    private static byte[] content(Path file) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Refused(file + " is no file that can be read");
        }
        return Files.readAllBytes(file);
    }

    private static String text(Path file, byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw new Refused(file + ", line " + firstBadLine(content) + ": not UTF-8");
        }
    }

    /** Decodes as far as it goes and counts the lines up to there. */
    private static long firstBadLine(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        StandardCharsets.UTF_8.newDecoder().decode(bytes, CharBuffer.allocate(content.length), true);
        return 1
                + new String(content, 0, bytes.position(), StandardCharsets.UTF_8)
                        .chars()
                        .filter(character -> character == '\n')
                        .count();
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** The columns by their names, in whatever order. */
    private record Header(Path file, List<String> names) {

        static Header of(Path file, String line) {
            Header header = new Header(
                    file,
                    List.of(line.split("\t", -1)).stream().map(String::strip).toList());
            for (String name : List.of("text", "label")) {
                if (!header.names.contains(name)) {
                    throw new Refused(file + ", line 1: no column '" + name + "'");
                }
            }
            return header;
        }

        Sentence sentence(int number, String line) {
            String[] cells = line.split("\t", -1);
            if (cells.length != names.size()) {
                throw new Refused(
                        "%s, line %d: %d columns, not %d".formatted(file, number, cells.length, names.size()));
            }
            String concept = cell(cells, "concept");
            return new Sentence(
                    cells[names.indexOf("text")],
                    cell(cells, "language"),
                    NO_CONCEPT.equals(concept) ? null : concept,
                    label(number, cells[names.indexOf("label")].strip()),
                    cell(cells, "trap"));
        }

        private boolean label(int number, String label) {
            if (!label.equals("0") && !label.equals("1")) {
                throw new Refused("%s, line %d: label '%s' is neither 1 nor 0".formatted(file, number, label));
            }
            return label.equals("1");
        }

        private @Nullable String cell(String[] cells, String name) {
            int column = names.indexOf(name);
            return column < 0 || cells[column].isBlank() ? null : cells[column].strip();
        }
    }
}
