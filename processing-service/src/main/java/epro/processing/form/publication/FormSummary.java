package epro.processing.form.publication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A published version, without its questions. */
record FormSummary(
        String formId,
        String version,
        @Nullable String title,
        String contentHash,
        Instant publishedAt,
        String publishedBy) {}
