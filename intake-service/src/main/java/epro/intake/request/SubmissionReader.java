package epro.intake.request;

/** One of the forms that a submission may come in: makes of its bytes what it states, or says what is wrong with them. */
public interface SubmissionReader {

    /**
     * Reads one.
     *
     * @param notice hears the submission's id and the app, before anything is refused if they can be read
     */
    SubmittedForm read(byte[] body, Notice notice);
}
