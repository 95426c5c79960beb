package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A number and its unit.
 *
 * @param units empty: any, or none
 */
record QuantityRule(NumberRule number, List<Unit> units) implements AnswerRule {
    private static final Set<String> KEYS = Set.of("value", "unit", "system", "code");
    private static final List<CleaningRule> CLEANING = List.of(
            CleaningRule.TRIM, CleaningRule.NFC, CleaningRule.ASCII.inQuantity(), CleaningRule.NUMBER.inQuantity());

    @Override
    public List<String> types() {
        return List.of("Quantity");
    }

    @Override
    public List<CleaningRule> cleaning() {
        return CLEANING;
    }

    @Override
    public @Nullable Problem judge(JsonValue answer) {
        if (!(answer instanceof JsonValue.Members(var members))
                || !KEYS.containsAll(members.keySet())
                || !(members.get("value") instanceof JsonValue.NumberText value)
                || !members.values().stream().allMatch(member -> member.equals(value) || isText(member))) {
            return Problem.wrongType("a quantity with a number as value, and its unit");
        }
        return isAllowed(members)
                ? number.judge(value)
                : new Problem(ReasonCode.NOT_AN_OPTION, "The unit is none of those that the form allows.");
    }

    private boolean isAllowed(Map<String, JsonValue> members) {
        Unit given = unit(members);
        return units.isEmpty()
                || (given.isNone() && units.size() == 1)
                || units.stream().anyMatch(unit -> unit.is(given));
    }

    /** Whether the other names no unit, or both are in one as the form lists it. Where there is only one, it need not be named. */
    boolean isInSameUnit(JsonValue answer, JsonValue other) {
        if (!(answer instanceof JsonValue.Members(var members) && other instanceof JsonValue.Members(var others))) {
            return false;
        }
        Unit one = asListed(unit(members));
        Unit second = asListed(unit(others));
        return second.isNone() || one.is(second) || second.is(one);
    }

    private Unit asListed(Unit unit) {
        return unit.isNone() && units.size() == 1
                ? units.getFirst()
                : units.stream().filter(listed -> listed.is(unit)).findFirst().orElse(unit);
    }

    private static Unit unit(Map<String, JsonValue> members) {
        return new Unit(text(members, "system"), text(members, "code"), text(members, "unit"));
    }

    private static boolean isText(JsonValue value) {
        return value instanceof JsonValue.Text;
    }

    private static @Nullable String text(Map<String, JsonValue> members, String name) {
        return members.get(name) instanceof JsonValue.Text(String text) && !text.isEmpty() ? text : null;
    }
}
