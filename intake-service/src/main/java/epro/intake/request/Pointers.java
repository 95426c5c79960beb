package epro.intake.request;

import java.util.regex.Pattern;

/** JSON pointers (RFC 6901) for error answers: cut off where a name is none that a form or this API would use. */
final class Pointers {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.:~-]{1,64}");

    private Pointers() {}

    static String append(String pointer, String name) {
        return safe(pointer + "/" + name.replace("~", "~0").replace("/", "~1"));
    }

    /** A name can be anything, so a sentence or a person's number that slipped into one must not come back. */
    static String safe(String pointer) {
        var safe = new StringBuilder();
        for (String part : pointer.split("/", -1)) {
            if (!part.isEmpty() && !isPlain(part)) {
                break;
            }
            safe.append(part.isEmpty() ? "" : "/" + part);
        }
        return safe.toString();
    }

    static boolean isPlain(String name) {
        return PLAIN.matcher(name).matches() && !PersonalIdRule.looksPersonal(name);
    }
}
