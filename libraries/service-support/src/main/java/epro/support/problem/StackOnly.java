package epro.support.problem;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A throwable for the log: the classes of its causes and where they were thrown, never their messages, which may quote
 * what a patient wrote.
 */
public final class StackOnly {
    private static final int CAUSES_MAX = 5;
    private static final int FRAMES_MAX = 8;

    private StackOnly() {}

    public static String of(Throwable failure) {
        var text = new StringBuilder();
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
            text.append(depth == 0 ? "" : " caused by ").append(cause.getClass().getName());
            text.append(frames(cause));
            cause = cause.getCause();
        }
        return text.toString();
    }

    private static String frames(Throwable cause) {
        return Arrays.stream(cause.getStackTrace())
                .limit(FRAMES_MAX)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < ", " at ", ""));
    }
}
