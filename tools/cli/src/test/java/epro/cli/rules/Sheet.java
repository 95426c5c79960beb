package epro.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import epro.cli.Refused;
import epro.clinical.RedFlagDetector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.Assertions;

/** A file of sentences as a test writes it, with {@code |} between its columns. */
final class Sheet {

    static final String COLUMNS = "text|language|concept|label|trap";

    private final Path file;

    private Sheet(Path file) {
        this.file = file;
    }

    static Sheet in(Path folder, String... lines) throws IOException {
        return ofBytes(folder, String.join("\n", lines).replace('|', '\t').getBytes(StandardCharsets.UTF_8));
    }

    static Sheet ofBytes(Path folder, byte... content) throws IOException {
        return new Sheet(Files.write(folder.resolve("sentences.tsv"), content));
    }

    Path file() {
        return file;
    }

    RuleFigures figures() throws IOException {
        return RuleFigures.of(SentenceFile.read(file), RedFlagDetector.standard());
    }

    /** Says why the file is refused. */
    AbstractThrowableAssert<?, ? extends Throwable> refusal() {
        return Assertions.assertThatThrownBy(() -> SentenceFile.read(file))
                .isInstanceOf(Refused.class)
                .satisfies(refused -> assertThat(refused.getMessage()).startsWith(file.toString()));
    }
}
