package epro.cli;

/** What was handed to a command can't be used, for the reason that the message gives: exit status 1. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Refused(String message) {
        super(message);
    }
}
