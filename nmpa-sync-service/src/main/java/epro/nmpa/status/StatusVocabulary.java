package epro.nmpa.status;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the words of the Chinese and of international registers; {@code vocabulary.tsv} lists them.
 *
 * <ul>
 *   <li>Blank words say nothing: there is no reading of them.
 *   <li>Words that nobody listed are {@link TrialStatus#UNKNOWN}, and kept.
 *   <li>Of combined words, as in 进行中（招募中）, the one in brackets counts where the one before it leaves that open.
 * </ul>
 */
public final class StatusVocabulary {
    private static final Map<String, Meaning> MEANINGS = load();

    private StatusVocabulary() {}

    /** What the words mean; empty if there are none. */
    public static Optional<RegisterStatus> read(@Nullable String words) {
        if (words == null || words.isBlank()) {
            return Optional.empty();
        }
        Meaning meaning = meaning(Words.plain(words));
        return Optional.of(new RegisterStatus(meaning.status(), meaning.by(), words.strip()));
    }

    private static Meaning meaning(String plain) {
        Meaning whole = MEANINGS.get(plain);
        int open = plain.indexOf('(');
        if (whole != null || open < 0 || !plain.endsWith(")")) {
            return whole == null ? Meaning.UNKNOWN : whole;
        }
        Meaning before = MEANINGS.getOrDefault(plain.substring(0, open), Meaning.UNKNOWN);
        Meaning inBrackets = MEANINGS.get(plain.substring(open + 1, plain.length() - 1));
        return before.leavesOpen() && inBrackets != null ? inBrackets : before;
    }

    private static Map<String, Meaning> load() {
        try (InputStream file = Objects.requireNonNull(StatusVocabulary.class.getResourceAsStream("vocabulary.tsv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .collect(Collectors.toUnmodifiableMap(line -> Words.plain(line[1]), StatusVocabulary::meaning));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Meaning meaning(String[] line) {
        String[] parts = line[0].split(" ", -1);
        return new Meaning(TrialStatus.valueOf(parts[0]), parts.length == 1 ? null : StoppedBy.valueOf(parts[1]));
    }
}
