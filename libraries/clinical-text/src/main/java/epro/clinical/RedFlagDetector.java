package epro.clinical;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what a coordinator has to hear of at once: thoughts of self-harm, chest pain, bleeding and the like. */
public final class RedFlagDetector {
    /** Changes with every change of phrases or rules. */
    public static final String VERSION = "2026.11.6";

    private final Detection detection = new Detection("red-flags.txt");

    private RedFlagDetector() {}

    /** With the phrases that come with it. */
    public static RedFlagDetector standard() {
        return new RedFlagDetector();
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
