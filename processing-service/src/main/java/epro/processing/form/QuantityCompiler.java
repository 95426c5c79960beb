package epro.processing.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The bounds and units of a quantity. Bounds in one unit say nothing of another, so then there must be only one. */
final class QuantityCompiler {
    private static final List<String> PLAIN = List.of("valueDecimal", "valueInteger");

    private final Extensions extensions;
    private final ValueSets valueSets;
    private final List<Unit> boundUnits = new ArrayList<>();

    private QuantityCompiler(Extensions extensions, ValueSets valueSets) {
        this.extensions = extensions;
        this.valueSets = valueSets;
    }

    static QuantityRule compile(Extensions extensions, ValueSets valueSets) {
        return new QuantityCompiler(extensions, valueSets).rule();
    }

    private QuantityRule rule() {
        Optional<Element> min = bound(Extensions.MIN_QUANTITY, Extensions.MIN_VALUE);
        Optional<Element> max = bound(Extensions.MAX_QUANTITY, Extensions.MAX_VALUE);
        Bounds<BigDecimal> bounds =
                BoundsCompiler.compile(min, max, this::number, (number, other) -> number.compareTo(other) < 0);
        List<Unit> units = units();
        if (!boundUnits.isEmpty() && !(units.size() == 1 && boundUnits.stream().allMatch(units.getFirst()::is))) {
            min.or(() -> max)
                    .ifPresent(bound -> bound.fault("", "bad-unit", "Bounds must be in the only unit allowed."));
        }
        return new QuantityRule(new NumberRule(false, bounds, RuleCompiler.decimalPlaces(extensions)), units);
    }

    private Optional<Element> bound(String url, String otherUrl) {
        return extensions.take(url).or(() -> extensions.take(otherUrl));
    }

    private Optional<BigDecimal> number(Element bound) {
        if (PLAIN.stream().anyMatch(bound::has)) {
            return BoundsCompiler.number(bound, PLAIN);
        }
        Optional<Element> quantity = bound.needed("valueQuantity", bound::child);
        quantity.map(given -> unit(given, "unit"))
                .filter(unit -> unit.code() != null || unit.display() != null)
                .ifPresent(boundUnits::add);
        return quantity.flatMap(given -> given.needed("value", given::number));
    }

    /** Those allowed; where none are named, the bounds' own. */
    private List<Unit> units() {
        Stream<Unit> options = Stream.of(Extensions.UNIT_OPTION, Extensions.UNIT)
                .flatMap(url -> extensions.takeAll(url).stream())
                .flatMap(unit -> unit.needed("valueCoding", unit::child).stream())
                .map(coding -> unit(coding, "display"));
        Stream<Unit> ofSets = extensions.takeAll(Extensions.UNIT_VALUE_SET).stream()
                .flatMap(extension -> valueSets.named(extension, "valueCanonical").stream())
                .map(concept ->
                        new Unit(concept.coding().system(), concept.coding().code(), concept.display()));
        List<Unit> named = Stream.concat(options, ofSets).toList();
        return named.isEmpty() ? boundUnits.stream().limit(1).toList() : named;
    }

    private static Unit unit(Element element, String display) {
        return new Unit(
                element.text("system").orElse(null),
                element.text("code").orElse(null),
                element.text(display).orElse(null));
    }
}
