package epro.stack.process;

import java.nio.file.Path;

/** A process that did not become ready; the message ends with the last lines of its log. */
public final class NotReady extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotReady(String name, Path log, String what) {
        super("%s %s. The end of %s:%n%s".formatted(name, what, log, LogTail.of(log, 15)));
    }
}
