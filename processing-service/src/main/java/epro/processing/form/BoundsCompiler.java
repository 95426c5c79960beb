package epro.processing.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** The bounds that extensions give. */
final class BoundsCompiler {

    private BoundsCompiler() {}

    /** @param values the members of the extension that may hold the bound */
    static Bounds<BigDecimal> ofNumbers(Extensions extensions, List<String> values) {
        return compile(
                extensions.take(Extensions.MIN_VALUE),
                extensions.take(Extensions.MAX_VALUE),
                bound -> number(bound, values),
                (number, other) -> number.compareTo(other) < 0);
    }

    static Bounds<Moment> ofMoments(Extensions extensions, MomentKind kind, List<String> values) {
        return compile(
                extensions.take(Extensions.MIN_VALUE),
                extensions.take(Extensions.MAX_VALUE),
                bound -> moment(bound, kind, values),
                Moment::isBefore);
    }

    static <T> Bounds<T> compile(
            Optional<Element> min,
            Optional<Element> max,
            Function<Element, Optional<T>> reading,
            BiPredicate<T, T> before) {
        Bounds<T> bounds = new Bounds<>(
                min.flatMap(reading).orElse(null), max.flatMap(reading).orElse(null), before);
        if (bounds.contradictory()) {
            max.ifPresent(bound -> bound.fault("", "min-above-max", "No answer would be within these bounds."));
        }
        return bounds;
    }

    static Optional<BigDecimal> number(Element bound, List<String> values) {
        String name = given(bound, values);
        Optional<BigDecimal> number = bound.needed(name, bound::number);
        if (name.equals("valueInteger") && !number.map(Decimals::isWhole).orElse(true)) {
            bound.fault(name, "bad-value", "This must be a whole number.");
        }
        return number;
    }

    private static Optional<Moment> moment(Element bound, MomentKind kind, List<String> values) {
        String name = given(bound, values);
        Optional<String> text = bound.needed(name, bound::text);
        Optional<Moment> moment = text.flatMap(kind::read);
        if (text.isPresent() && moment.isEmpty()) {
            bound.fault(name, "bad-value", "This must be " + kind.expected() + ".");
        }
        return moment;
    }

    private static String given(Element bound, List<String> values) {
        return values.stream().filter(bound::has).findFirst().orElse(values.getFirst());
    }
}
