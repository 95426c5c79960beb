package epro.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What patients write when a form lets them, one sentence a line; made up. */
final class Phrases {

    private Phrases() {}

    static Map<String, List<String>> byLanguage() {
        return byLanguage("phrases");
    }

    /** Those that nobody may overlook. */
    static Map<String, List<String>> alarmingByLanguage() {
        return byLanguage("alarming");
    }

    private static Map<String, List<String>> byLanguage(String kind) {
        return Map.of("zh", in(kind, "zh"), "en", in(kind, "en"));
    }

    private static List<String> in(String kind, String language) {
        String resource = "/demo/%s-%s.txt".formatted(kind, language);
        try (InputStream text = Phrases.class.getResourceAsStream(resource)) {
            if (text == null) {
                throw new IllegalStateException("the resource " + resource + " is missing");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
