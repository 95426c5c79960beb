package epro.cli.chaos.traffic;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody has to hear of in a message, as who wrote it knows; no code of the system is asked.
 *
 * @param words whether there is something for the model to read
 * @param terms of which an adverse event has to be suspected, by their codes
 */
public record Signs(boolean words, Set<String> terms) {

    static final String CHEST_PAIN = "Chest pain since the morning, and I can hardly breathe.";
    static final String BLEEDING = "从昨天开始便血，头晕。";
    static final String SELF_HARM = "I don't want to live any more.";

    private static final Map<String, String> TERMS =
            Map.of(CHEST_PAIN, "chest-pain", BLEEDING, "bleeding", SELF_HARM, "suicidality");
    private static final Set<String> SEVERE = Set.of("3", "4");

    /** A level is known for one only where the form is there that says of what. */
    public static Signs of(Message message) {
        JsonNode content = JsonMapper.shared().readTree(message.body());
        JsonNode answers = content.path("answers");
        String note = answers.path("note").asString("");
        Set<String> terms = new HashSet<>();
        if (TERMS.containsKey(note)) {
            terms.add(TERMS.get(note));
        }
        if (content.path("formId").asString("").equals(DiaryForm.ID)
                && SEVERE.contains(answers.path("fatigue").asString(""))) {
            terms.add("fatigue");
        }
        return new Signs(!note.isBlank(), Set.copyOf(terms));
    }
}
