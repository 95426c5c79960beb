package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What one answer of an item may be, by its type and what limits it. */
final class RuleCompiler {
    private static final BigDecimal INTEGER_MIN = BigDecimal.valueOf(Integer.MIN_VALUE);
    private static final BigDecimal INTEGER_MAX = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final BigDecimal BYTES_MAX = BigDecimal.valueOf(Long.MAX_VALUE);

    private final Element element;
    private final Extensions extensions;
    private final ValueSets valueSets;

    RuleCompiler(Element element, Extensions extensions, ValueSets valueSets) {
        this.element = element;
        this.extensions = extensions;
        this.valueSets = valueSets;
    }

    /** Empty if there is no such type. */
    Optional<AnswerRule> compile(String type) {
        return Optional.ofNullable(
                switch (type) {
                    case "boolean" -> yesOrNo();
                    case "integer" -> listedOr("valueInteger", () -> written(integer()));
                    case "decimal" -> written(decimal());
                    case "date" -> listedOr("valueDate", () -> moment(MomentKind.DATE, "valueDate"));
                    case "dateTime" -> moment(MomentKind.DATE_TIME, "valueDateTime", "valueDate");
                    case "time" -> listedOr("valueTime", () -> moment(MomentKind.TIME, "valueTime"));
                    case "string" -> listedOr("valueString", () -> TextCompiler.compile(element, extensions));
                    case "text" -> TextCompiler.compile(element, extensions);
                    case "url" -> written(new UrlRule());
                    case "choice" -> new ChoiceRule(OptionCompiler.anyOptions(element, valueSets), null);
                    case "open-choice" ->
                        new ChoiceRule(
                                OptionCompiler.anyOptions(element, valueSets),
                                TextCompiler.compile(element, extensions));
                    case "quantity" -> QuantityCompiler.compile(extensions, valueSets);
                    case "attachment" -> attachment();
                    case "reference" -> new ReferenceRule();
                    default -> null;
                });
    }

    private AnswerRule listedOr(String optionValue, Supplier<AnswerRule> unlisted) {
        return element.has("answerOption")
                ? new ChoiceRule(OptionCompiler.options(element, List.of(optionValue)), null)
                : unlisted.get();
    }

    private AnswerRule written(AnswerRule rule) {
        return WrittenRule.of(rule, TextCompiler.compile(element, extensions));
    }

    private AnswerRule yesOrNo() {
        AnswerRule rule = written(new BooleanRule());
        if (rule.judge(new JsonValue.Flag(true)) != null && rule.judge(new JsonValue.Flag(false)) != null) {
            element.fault("type", "no-answer", "Neither true nor false would be within the limits.");
        }
        return rule;
    }

    private AnswerRule integer() {
        Bounds<BigDecimal> given = BoundsCompiler.ofNumbers(extensions, List.of("valueInteger"));
        Bounds<BigDecimal> bounds = new Bounds<>(
                given.min() == null ? INTEGER_MIN : given.min(),
                given.max() == null ? INTEGER_MAX : given.max(),
                given.before());
        return new NumberRule(true, bounds, 0);
    }

    private AnswerRule decimal() {
        Bounds<BigDecimal> bounds = BoundsCompiler.ofNumbers(extensions, List.of("valueDecimal", "valueInteger"));
        return new NumberRule(false, bounds, decimalPlaces(extensions));
    }

    static int decimalPlaces(Extensions extensions) {
        return extensions
                .take(Extensions.MAX_DECIMAL_PLACES)
                .flatMap(extension -> extension.needed("valueInteger", extension::count))
                .orElse(Integer.MAX_VALUE);
    }

    private AnswerRule moment(MomentKind kind, String... boundValues) {
        return WrittenRule.of(
                new MomentRule(kind, BoundsCompiler.ofMoments(extensions, kind, List.of(boundValues))),
                TextCompiler.ofMoment(element, extensions));
    }

    private AnswerRule attachment() {
        Set<String> mimeTypes = extensions.takeAll(Extensions.MIME_TYPE).stream()
                .flatMap(type -> type.needed("valueCode", type::text).stream())
                .collect(Collectors.toUnmodifiableSet());
        BigDecimal bytesMax = extensions
                .take(Extensions.MAX_SIZE)
                .flatMap(size -> size.needed("valueDecimal", size::number))
                .orElse(BYTES_MAX);
        return new AttachmentRule(mimeTypes, bytesMax);
    }
}
