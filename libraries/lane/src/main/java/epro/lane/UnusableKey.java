package epro.lane;

import java.nio.file.Path;

/** A signing key's file that can't or must not be used. */
public final class UnusableKey extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableKey(Path file, String why) {
        super(sentence(file, why));
    }

    UnusableKey(Path file, String why, Throwable cause) {
        super(sentence(file, why), cause);
    }

    private static String sentence(Path file, String why) {
        return "The signing key " + file + " is refused: " + why;
    }
}
