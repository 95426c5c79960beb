package epro.processing.submission;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long a client asks to wait for an answer: {@code Prefer: wait=SECONDS} of RFC 7240, at most 30 seconds. */
final class WaitPreference {
    private static final Pattern WAIT = Pattern.compile("(?:^|[,;]\\s*)wait\\s*=\\s*(\\d{1,9})");
    private static final long LONGEST_SECONDS = 30;

    private WaitPreference() {}

    static Duration of(@Nullable String prefer) {
        Matcher wait = WAIT.matcher(prefer == null ? "" : prefer);
        return wait.find()
                ? Duration.ofSeconds(Math.min(LONGEST_SECONDS, Long.parseLong(wait.group(1))))
                : Duration.ZERO;
    }
}
