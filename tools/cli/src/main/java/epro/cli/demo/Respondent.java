package epro.cli.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Fills in a form as a patient might: mild answers mostly, strong ones on a bad day, now and then a skipped question. */
final class Respondent {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final BigDecimal OPEN_RANGE = BigDecimal.TEN;

    private final RandomGenerator random;
    private final List<String> phrases;
    private final LocalDate today;
    private final double strength;

    Respondent(RandomGenerator random, List<String> phrases, LocalDate today) {
        this.random = random;
        this.phrases = phrases;
        this.today = today;
        this.strength = random.nextDouble() < 0.05 ? 0.8 : 0.18;
    }

    Map<String, JsonNode> fillIn(List<Question> questions) {
        Map<String, JsonNode> given = new LinkedHashMap<>();
        for (Question question : questions) {
            boolean asked = question.asked(given) && !isDenied(question, questions, given);
            if (asked && (question.required() || random.nextDouble() < readiness(question))) {
                JsonNode answer = answer(question);
                given.put(
                        question.linkId(), question.repeats() ? JSON.arrayNode().add(answer) : answer);
            }
        }
        return given;
    }

    /** Most skip the boxes for free text. */
    private static double readiness(Question question) {
        return question.type().equals("text") ? 0.3 : 0.85;
    }

    /** Whoever has said that a symptom was not there is not asked how bad it was: both ids begin with its name. */
    private static boolean isDenied(Question question, List<Question> questions, Map<String, JsonNode> given) {
        return questions.stream()
                .filter(other -> other.type().equals("choice") && symptom(other).equals(symptom(question)))
                .anyMatch(other -> other.options().getFirst().equals(given.get(other.linkId())));
    }

    private static String symptom(Question question) {
        int end = question.linkId().lastIndexOf('-');
        return end < 0 ? question.linkId() : question.linkId().substring(0, end);
    }

    private JsonNode answer(Question question) {
        return switch (question.type()) {
            case "boolean" -> JSON.booleanNode(random.nextDouble() < strength);
            case "integer" -> JSON.numberNode(number(question, 0).intValueExact());
            case "decimal" -> JSON.numberNode(number(question, 1));
            case "quantity" -> quantity(question);
            case "date" -> JSON.stringNode(today.toString());
            case "dateTime" -> JSON.stringNode(today + "T08:30:00+08:00");
            case "time" -> JSON.stringNode("%02d:%02d:00".formatted(random.nextInt(24), random.nextInt(60)));
            case "url" -> JSON.stringNode("https://epro.example/diary");
            case "choice" -> option(question);
            case "open-choice" ->
                random.nextBoolean() ? option(question) : JSON.objectNode().put("text", phrase(40));
            case "group" -> JSON.objectNode().setAll(fillIn(question.inner()));
            default -> JSON.stringNode(phrase(question.limits().lengthMax()));
        };
    }

    private JsonNode quantity(Question question) {
        ObjectNode quantity = JSON.objectNode();
        quantity.put("value", number(question, 1));
        JsonNode unit = question.limits().unit();
        if (unit != null) {
            quantity.set("system", unit.path("system"));
            quantity.set("code", unit.path("code"));
            quantity.set("unit", unit.path("display"));
        }
        return quantity;
    }

    private JsonNode option(Question question) {
        List<JsonNode> options = question.options();
        int index = (int) (options.size() * Math.min(0.999, random.nextDouble() * 2 * strength));
        return options.get(index);
    }

    private BigDecimal number(Question question, int scale) {
        BigDecimal least = orElse(question.limits().least(), BigDecimal.ZERO);
        BigDecimal most = orElse(question.limits().most(), least.add(OPEN_RANGE));
        double share = Math.min(1, random.nextDouble() * 2 * strength);
        return least.add(most.subtract(least).multiply(BigDecimal.valueOf(share)))
                .setScale(scale, RoundingMode.HALF_DOWN);
    }

    private String phrase(@Nullable Integer lengthMax) {
        String phrase = phrases.get(random.nextInt(phrases.size()));
        return lengthMax == null || phrase.length() <= lengthMax ? phrase : phrase.substring(0, lengthMax);
    }

    private static BigDecimal orElse(@Nullable BigDecimal value, BigDecimal fallback) {
        return value == null ? fallback : value;
    }
}
