package epro.clinical;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds common symptoms, none of them alarming by itself. */
public final class SymptomDetector {
    /** Changes with every change of phrases or rules. */
    public static final String VERSION = "2026.11.5";

    private final Detection detection = new Detection("symptoms.txt");

    private SymptomDetector() {}

    /** With the phrases that come with it. */
    public static SymptomDetector standard() {
        return new SymptomDetector();
    }

    /**
     * Every place where the text speaks of a concept, and how it does.
     *
     * @param language such as {@code zh} or {@code en-GB}, null where unknown; a hint only, for patients mix languages:
     *     the phrases of both are looked for in any text
     */
    public List<Mention> detect(String text, @Nullable String language) {
        return detection.mentions(text);
    }
}
