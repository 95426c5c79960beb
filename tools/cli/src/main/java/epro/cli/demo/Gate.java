package epro.cli.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** When a question is asked at all: any or all of some conditions on answers given before (FHIR's {@code enableWhen}). */
record Gate(boolean any, List<Condition> conditions) {

    /** @param expected the value of {@code answer[x]} */
    record Condition(String question, String operator, JsonNode expected) {

        boolean met(Map<String, JsonNode> given) {
            JsonNode answer = given.get(question);
            if (operator.equals("exists")) {
                return expected.asBoolean() == (answer != null);
            }
            return answer != null && holds(answer);
        }

        private boolean holds(JsonNode answer) {
            int order = compare(answer, expected.has("code") ? expected.get("code") : expected);
            return switch (operator) {
                case "=" -> order == 0;
                case "!=" -> order != 0;
                case ">" -> order > 0;
                case "<" -> order < 0;
                case ">=" -> order >= 0;
                case "<=" -> order <= 0;
                default -> throw new IllegalArgumentException("unknown operator of enableWhen: " + operator);
            };
        }

        private static int compare(JsonNode left, JsonNode right) {
            return left.isNumber() && right.isNumber()
                    ? left.decimalValue().compareTo(right.decimalValue())
                    : left.asString().compareTo(right.asString());
        }
    }

    static Gate of(JsonNode item) {
        Stream<Condition> conditions = item.path("enableWhen").valueStream().map(Gate::condition);
        return new Gate(item.path("enableBehavior").asString("all").equals("any"), conditions.toList());
    }

    boolean open(Map<String, JsonNode> given) {
        Stream<Boolean> met = conditions.stream().map(condition -> condition.met(given));
        return conditions.isEmpty() || (any ? met.anyMatch(yes -> yes) : met.allMatch(yes -> yes));
    }

    private static Condition condition(JsonNode written) {
        JsonNode expected = written.propertyStream()
                .filter(member -> member.getKey().startsWith("answer"))
                .findFirst()
                .orElseThrow()
                .getValue();
        return new Condition(
                written.path("question").asString(), written.path("operator").asString(), expected);
    }
}
