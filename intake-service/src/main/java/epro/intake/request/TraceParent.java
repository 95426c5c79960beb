package epro.intake.request;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** W3C trace context: the caller's trace goes on with a span of ours, or a new one begins. */
final class TraceParent {
    private static final Pattern VALID =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})");

    private TraceParent() {}

    static String continuing(@Nullable String header) {
        var caller = VALID.matcher(header == null ? "" : header.strip());
        return caller.matches()
                ? "00-" + caller.group(1) + "-" + random(8) + "-" + caller.group(2)
                : "00-" + random(16) + "-" + random(8) + "-00";
    }

    private static String random(int bytes) {
        var id = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(id);
        id[0] |= 1;
        return HexFormat.of().formatHex(id);
    }
}
