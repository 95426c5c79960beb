package epro.processing.storing;

import epro.processing.reading.RawRecord;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What goes on from a record to all that follows from it, in no more than the space there is. */
final class PassedOn {
    /** W3C trace context, version 00. */
    private static final Pattern TRACE = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private static final int KEY_MAX = 1_000;

    private PassedOn() {}

    /** Its trace, if it has one. */
    static Map<String, String> headers(RawRecord raw) {
        String traceparent = raw.headers().get("traceparent");
        return traceparent != null && TRACE.matcher(traceparent).matches()
                ? Map.of("traceparent", traceparent)
                : Map.of();
    }

    /** Its key, unless that is as long as no patient's. */
    static byte @Nullable [] key(RawRecord raw) {
        byte[] key = raw.key();
        return key == null || key.length > KEY_MAX ? null : key;
    }
}
