package epro.schemas.json;

import epro.schemas.event.Answer;
import java.util.List;

/** Answers in JSON and in Avro: what {@link #toAnswers} makes of members, {@link #toJson} makes members again, equal but for the order of names. */
public final class AnswerJson {

    private AnswerJson() {}

    public static List<Answer> toAnswers(JsonValue.Members members) {
        return AnswerWriting.answers(members);
    }

    /**
     * Members in the order of the answers.
     *
     * @throws IllegalArgumentException if the answers can't have come from JSON; the message holds no answer
     */
    public static JsonValue.Members toJson(List<Answer> answers) {
        return AnswerReading.members(answers);
    }
}
