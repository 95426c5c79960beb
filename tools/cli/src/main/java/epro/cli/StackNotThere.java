package epro.cli;

/** The stack, or the part of it that a command needs, does not run or does not answer: exit status 3. */
public final class StackNotThere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StackNotThere(String message) {
        super(message);
    }
}
