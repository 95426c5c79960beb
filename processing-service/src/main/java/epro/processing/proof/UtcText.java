package epro.processing.proof;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Instants as text, in UTC with microseconds, as PostgreSQL's to_char writes them. */
public final class UtcText {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private UtcText() {}

    public static String of(Instant instant) {
        return FORMAT.format(instant);
    }

    public static @Nullable String ofNullable(@Nullable Instant instant) {
        return instant == null ? null : of(instant);
    }
}
