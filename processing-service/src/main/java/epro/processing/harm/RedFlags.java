package epro.processing.harm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds alarming phrases in what patients write. Pure, and quick whatever the text. */
public interface RedFlags {

    /**
     * The phrases that report harm.
     *
     * @param language as the submission names it, if it does
     */
    List<RedFlag> in(String text, @Nullable String language);

    /**
     * A phrase that reports harm: neither negated nor of another person nor long past.
     *
     * @param concept a slug such as {@code chest-pain}
     * @param version of the list that has it
     * @param selfHarm whether the patient may be a danger to themselves
     */
    record RedFlag(String concept, String display, String version, boolean selfHarm) {}
}
