package epro.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** A small form with one of each thing that the demo has to know of. */
final class Diary {

    static final SampleForm FORM = read();

    private Diary() {}

    static Question question(String linkId) {
        return FORM.questions().stream()
                .filter(question -> question.linkId().equals(linkId))
                .findFirst()
                .orElseThrow();
    }

    private static SampleForm read() {
        try (InputStream json = Objects.requireNonNull(Diary.class.getResourceAsStream("/demo/diary.json"))) {
            return SampleForm.of(JsonMapper.shared().readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
