package epro.schemas;

/** The id a client gave its submission, unique only for its patient. Its text form shows nothing: a client may put anything in. */
public record SubmissionId(String value) {

    public SubmissionId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("submissionId must not be blank");
        }
    }

    @Override
    public String toString() {
        return "SubmissionId[hidden]";
    }
}
