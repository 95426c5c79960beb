package epro.cli.rules;

import org.jspecify.annotations.Nullable;

/**
 * A sentence whose meaning is known.
 *
 * @param language such as {@code zh}; null where the file does not tell
 * @param concept that it is about; null: any
 * @param label whether the patient reports it as her own and of these days
 * @param trap what makes it hard; null where the file does not tell
 */
record Sentence(
        String text,
        @Nullable String language,
        @Nullable String concept,
        boolean label,
        @Nullable String trap) {}
