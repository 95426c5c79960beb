package epro.schemas.json;

import epro.schemas.event.Answer;
import java.util.List;
import java.util.Set;

/** A submission as JSON, as it is sent to be taken and to be tried: what it may say, and how much of it there may be. */
public final class SubmissionJson {

    public static final int BYTES_MAX = 64 * 1024;
    /** Those inside of groups and repeats included. */
    public static final int ANSWERS_MAX = 500;

    public static final Limits LIMITS = new Limits(16, 8 * 1024, 100);
    public static final Set<String> MEMBERS = Set.of(
            "submissionId",
            "studyId",
            "siteId",
            "patientId",
            "formId",
            "formVersion",
            "visit",
            "startedAt",
            "completedAt",
            "language",
            "respondent",
            "client",
            "answers");

    private SubmissionJson() {}

    /** Whether these are more answers than there may be. */
    public static boolean isTooMany(List<Answer> answers) {
        return count(answers) > ANSWERS_MAX;
    }

    private static int count(List<Answer> answers) {
        return answers.size()
                + answers.stream()
                        .mapToInt(answer -> count(answer.getAnswers()))
                        .sum();
    }
}
