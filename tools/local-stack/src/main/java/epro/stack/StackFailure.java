package epro.stack;

/** The stack can't be started, or can't go on; the message says why and what to do. */
public final class StackFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StackFailure(String message) {
        super(message);
    }
}
