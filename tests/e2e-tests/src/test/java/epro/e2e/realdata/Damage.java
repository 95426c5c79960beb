package epro.e2e.realdata;

import epro.schemas.json.JsonValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One way to spoil one answer of a submission. */
record Damage(String name, Predicate<Item> applies, Spoiling spoiling) {

    /** What stands in an answer's place afterwards; null where nothing does any more. */
    @FunctionalInterface
    interface Spoiling {
        @Nullable
        JsonValue instead(Item item);
    }

    private static final String UNKNOWN_ITEM = "unknown item";

    static final List<Damage> ALL = List.of(
            new Damage("wrong type", Damage::isClosed, _ -> new JsonValue.Flag(true)),
            new Damage(
                    "above the range",
                    Damage::isNumber,
                    item -> number(range(item).most().add(BigDecimal.ONE))),
            new Damage(
                    "below the range",
                    Damage::isNumber,
                    item -> number(range(item).least().subtract(new BigDecimal("0.5")))),
            new Damage("no option", Damage::isChoice, _ -> new JsonValue.Text("NEITHER NOR")),
            new Damage(UNKNOWN_ITEM, _ -> true, _ -> number(BigDecimal.ONE)),
            new Damage("required, left blank", Item::required, _ -> new JsonValue.Text("")),
            new Damage("required, left out", Item::required, _ -> null),
            new Damage(
                    "none: a number as text",
                    Damage::isNumber,
                    item -> new JsonValue.Text(range(item).least().toPlainString())));

    boolean appliesTo(Instrument instrument) {
        return instrument.items().stream().anyMatch(applies);
    }

    JsonValue.Members spoil(Instrument instrument, JsonValue.Members answers, RandomGenerator random) {
        List<Item> candidates = instrument.items().stream().filter(applies).toList();
        Item item = candidates.get(random.nextInt(candidates.size()));
        String place = name.equals(UNKNOWN_ITEM) ? item.linkId() + "X" : item.linkId();
        Map<String, JsonValue> spoilt = new LinkedHashMap<>(answers.values());
        JsonValue instead = spoiling.instead(item);
        if (instead == null) {
            spoilt.remove(place);
        } else {
            spoilt.put(place, instead);
        }
        return new JsonValue.Members(spoilt);
    }

    private static boolean isNumber(Item item) {
        return item.answerable() instanceof Answerable.Range;
    }

    private static boolean isChoice(Item item) {
        return item.answerable() instanceof Answerable.Options;
    }

    private static boolean isClosed(Item item) {
        return isNumber(item) || isChoice(item);
    }

    private static Answerable.Range range(Item item) {
        return (Answerable.Range) item.answerable();
    }

    private static JsonValue number(BigDecimal value) {
        return new JsonValue.NumberText(value.toPlainString());
    }
}
