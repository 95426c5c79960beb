package epro.cli.demo.harm;

/**
 * Mails that the mail server was handed.
 *
 * @param repeated of these, how many came again under a {@code Message-ID} that had come before
 */
public record Mails(long received, long repeated) {

    /** Those that have come since. */
    public Mails since(Mails before) {
        return new Mails(received - before.received, repeated - before.repeated);
    }
}
