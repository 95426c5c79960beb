package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A FHIR Reference. */
record ReferenceRule() implements AnswerRule {
    private static final Set<String> TEXTS = Set.of("reference", "type", "display");

    @Override
    public List<String> types() {
        return List.of("Reference");
    }

    @Override
    public @Nullable Problem judge(JsonValue answer) {
        return answer instanceof JsonValue.Members(var members)
                        && (members.containsKey("reference") || members.containsKey("identifier"))
                        && members.entrySet().stream().allMatch(ReferenceRule::isOfReference)
                ? null
                : Problem.wrongType("a reference");
    }

    private static boolean isOfReference(Map.Entry<String, JsonValue> member) {
        return member.getKey().equals("identifier")
                ? member.getValue() instanceof JsonValue.Members
                : TEXTS.contains(member.getKey()) && member.getValue() instanceof JsonValue.Text;
    }
}
