package epro.intake.request;

import epro.schemas.event.Answer;
import epro.schemas.json.AnswerJson;
import epro.schemas.json.JsonValue;
import java.util.List;

/** At most 500 answers, those inside of groups and repeats included. */
final class AnswerCount {
    private static final int MAX = 500;

    private AnswerCount() {}

    static void check(JsonValue.Members answers) {
        if (count(AnswerJson.toAnswers(answers)) > MAX) {
            throw Refusals.badMember("too-many-answers", "/answers", "There may be at most 500 answers.");
        }
    }

    private static int count(List<Answer> answers) {
        return answers.size()
                + answers.stream()
                        .mapToInt(answer -> count(answer.getAnswers()))
                        .sum();
    }
}
