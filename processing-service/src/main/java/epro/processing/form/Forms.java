package epro.processing.form;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The published forms. */
public interface Forms {

    /**
     * The form that a submission answers. Known forms are found without asking the database.
     *
     * @param formVersion null: the version in force at {@code completedAt}, which is the latest published until then, or
     *     the first if none was
     * @param completedAt null: now
     */
    Found find(String formId, @Nullable String formVersion, @Nullable Instant completedAt);

    /** What was found. */
    sealed interface Found {}

    /**
     * The form.
     *
     * @param versionAssumed whether its version was not given but taken from {@code completedAt}
     */
    record Known(CompiledForm form, boolean versionAssumed) implements Found {}

    /** No such form or version is published. */
    record Unknown() implements Found {}
}
