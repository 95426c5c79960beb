package epro.processing.harm;

import epro.schemas.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What reading an alert plan came to. */
public sealed interface AlertPlanReading {

    record Plan(AlertPlan plan) implements AlertPlanReading {}

    /** All that is wrong with it, each with its place. */
    record Faulty(List<String> faults) implements AlertPlanReading {}

    static AlertPlanReading of(String version, JsonValue source) {
        Reader reader = new Reader(new ArrayList<>());
        AlertPlan plan = reader.plan(version, source);
        return reader.faults.isEmpty() ? new Plan(plan) : new Faulty(List.copyOf(reader.faults));
    }

    /** Goes through the plan and notes every fault on the way. */
    record Reader(List<String> faults) {
        private static final Set<String> PLAN = Set.of("rules", "otherwise");
        private static final Set<String> RULE = Set.of("kind", "term", "gradeAtLeast", "levelAtLeast", "urgency");
        private static final int RULES_MAX = 200;

        AlertPlan plan(String version, JsonValue source) {
            Map<String, JsonValue> members = members("the plan", source, PLAN);
            Urgency otherwise = urgency("otherwise", members.get("otherwise"), Urgency.ROUTINE);
            List<AlertPlan.Rule> rules = new ArrayList<>();
            if (members.get("rules") instanceof JsonValue.Items(var elements) && elements.size() <= RULES_MAX) {
                for (int i = 0; i < elements.size(); i++) {
                    rules.add(rule("rules[" + i + "]", elements.get(i)));
                }
            } else {
                faults.add("rules must be a list of at most " + RULES_MAX + " rules");
            }
            return new AlertPlan(version, rules, otherwise);
        }

        private AlertPlan.Rule rule(String place, JsonValue source) {
            Map<String, JsonValue> members = members(place, source, RULE);
            FindingKind kind = named(place + ".kind", members.get("kind"), FindingKind::named);
            Urgency urgency = urgency(place + ".urgency", members.get("urgency"), null);
            if (kind == FindingKind.MODEL && urgency != Urgency.ROUTINE) {
                faults.add(place + ": what only the model has seen can't be more than ROUTINE");
            }
            return new AlertPlan.Rule(
                    kind,
                    named(place + ".term", members.get("term"), Optional::of),
                    number(place + ".gradeAtLeast", members.get("gradeAtLeast"), 3),
                    number(place + ".levelAtLeast", members.get("levelAtLeast"), 4),
                    urgency);
        }

        private Map<String, JsonValue> members(String place, JsonValue source, Set<String> known) {
            if (!(source instanceof JsonValue.Members(var members))) {
                faults.add(place + " must be an object");
                return Map.of();
            }
            members.keySet().stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> faults.add(place + " has an unknown member " + name));
            return members;
        }

        private Urgency urgency(String place, @Nullable JsonValue value, @Nullable Urgency otherwise) {
            if (value == null && otherwise == null) {
                faults.add(place + " must be given");
            }
            Urgency given = named(place, value, Urgency::named);
            Urgency usual = otherwise == null ? Urgency.ROUTINE : otherwise;
            return given == null ? usual : given;
        }

        private <T> @Nullable T named(String place, @Nullable JsonValue value, Function<String, Optional<T>> meaning) {
            if (value == null) {
                return null;
            }
            Optional<T> read = value instanceof JsonValue.Text(String text) ? meaning.apply(text) : Optional.<T>empty();
            if (read.isEmpty()) {
                faults.add(place + " is none of those that are known");
            }
            return read.orElse(null);
        }

        private @Nullable Integer number(String place, @Nullable JsonValue value, int most) {
            if (value == null) {
                return null;
            }
            Optional<Integer> number = value instanceof JsonValue.NumberText(String text) && text.length() < 9
                    ? Level.whole(new BigDecimal(text)).filter(whole -> whole >= 0 && whole <= most)
                    : Optional.empty();
            if (number.isEmpty()) {
                faults.add(place + " must be a whole number from 0 to " + most);
            }
            return number.orElse(null);
        }
    }
}
