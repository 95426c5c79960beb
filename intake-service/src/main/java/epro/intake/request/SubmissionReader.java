package epro.intake.request;

/** One of the forms that a submission may come in: makes of its bytes what it states, or says what is wrong with them. */
public interface SubmissionReader {

    /**
     * Finds what a refusal names, in a body that isn't worth reading for itself.
     *
     * @param notice hears the id that is stated, and the app
     * @return false where there is no id, or it isn't to be had for so little
     * @throws epro.support.problem.ProblemException where it sees that the body is none
     */
    boolean names(byte[] body, Notice notice);

    /**
     * Reads one.
     *
     * @param notice hears the submission's id and the app, before anything is refused if they can be read
     */
    SubmittedForm read(byte[] body, Notice notice);
}
