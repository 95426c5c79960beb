package epro.processing.form;

import epro.processing.form.ItemMeaning.AnswerKind;
import epro.processing.form.ItemMeaning.Choice;
import epro.processing.form.ItemMeaning.Code;
import epro.processing.form.Threshold.Comparison;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a question asks for: codes, own words, options and their weights, thresholds. */
final class MeaningCompiler {
    /** Types that may list options; of any other, options are left for the compiler to refuse. */
    private static final Set<String> LISTED = Set.of("choice", "open-choice", "integer", "string", "date", "time");

    private static final List<String> OPERATOR = List.of("valueCode", "valueString");
    private static final List<String> NUMBER = List.of("valueDecimal", "valueInteger");

    private MeaningCompiler() {}

    static ItemMeaning compile(String type, Element element, Extensions extensions, ValueSets valueSets) {
        List<Code> codes = element.children("code").stream()
                .flatMap(code -> code(code).stream())
                .toList();
        List<Threshold> thresholds = extensions.takeAll(Extensions.HARM_THRESHOLD).stream()
                .flatMap(extension -> threshold(extension).stream())
                .toList();
        List<Choice> choices = choices(type, element, valueSets);
        return new ItemMeaning(codes, kind(type), choices, thresholds);
    }

    private static AnswerKind kind(String type) {
        return switch (type) {
            case "string", "text" -> AnswerKind.FREE_TEXT;
            case "open-choice" -> AnswerKind.OPEN_CHOICE;
            default -> AnswerKind.OTHER;
        };
    }

    private static Optional<Code> code(Element element) {
        return element.text("code")
                .map(code -> new Code(
                        element.text("system").orElse(""),
                        code,
                        element.text("display").orElse(code)));
    }

    private static List<Choice> choices(String type, Element element, ValueSets valueSets) {
        if (!LISTED.contains(type)) {
            return List.of();
        }
        if (type.endsWith("choice") && element.has(OptionCompiler.VALUE_SET) && !element.has("answerOption")) {
            return valueSets.named(element, OptionCompiler.VALUE_SET).stream()
                    .map(MeaningCompiler::choice)
                    .toList();
        }
        return element.children("answerOption").stream()
                .flatMap(option -> optionCode(option)
                        .map(code -> new Choice(
                                code,
                                display(option).orElse(code),
                                weight(option).orElse(null)))
                        .stream())
                .toList();
    }

    private static Choice choice(Concept concept) {
        String code = concept.coding().code();
        return new Choice(code, Optional.ofNullable(concept.display()).orElse(code), concept.weight());
    }

    private static Optional<String> display(Element option) {
        return option.child("valueCoding").flatMap(coding -> coding.text("display"));
    }

    private static Optional<BigDecimal> weight(Element option) {
        return Stream.concat(
                        option.children("extension").stream(),
                        option.child("valueCoding").stream().flatMap(coding -> coding.children("extension").stream()))
                .filter(extension -> extension
                        .text("url")
                        .filter(Extensions.ORDINAL_VALUE::equals)
                        .isPresent())
                .flatMap(extension -> extension.number("valueDecimal").stream())
                .findFirst();
    }

    private static Optional<String> optionCode(Element option) {
        return option.child("valueCoding")
                .flatMap(coding -> coding.text("code"))
                .or(() -> option.has("valueInteger")
                        ? option.number("valueInteger").map(BigDecimal::toPlainString)
                        : option.text("valueString"));
    }

    private static Optional<Threshold> threshold(Element extension) {
        Map<String, Element> parts = new HashMap<>();
        for (Element part : extension.children("extension")) {
            part.needed("url", part::text).ifPresent(url -> parts.put(url, part));
        }
        refuseOthers(parts);
        Optional<Comparison> comparison = part(extension, parts, "operator")
                .flatMap(part -> first(part, OPERATOR, part::text))
                .flatMap(sign -> Comparison.of(sign).or(() -> fault(extension, "operator")));
        Optional<BigDecimal> value = part(extension, parts, "value").flatMap(part -> first(part, NUMBER, part::number));
        Optional<Code> term = part(extension, parts, "term")
                .flatMap(part -> part.needed("valueCoding", part::child))
                .flatMap(coding -> code(coding).or(() -> fault(extension, "term")));
        boolean selfHarm = Optional.ofNullable(parts.get("selfHarm"))
                .map(part -> part.flag("valueBoolean"))
                .orElse(false);
        return comparison.isPresent() && value.isPresent() && term.isPresent()
                ? Optional.of(new Threshold(comparison.get(), value.get(), term.get(), selfHarm))
                : Optional.empty();
    }

    private static void refuseOthers(Map<String, Element> parts) {
        Set<String> known = Set.of("operator", "value", "term", "selfHarm");
        parts.forEach((url, part) -> {
            if (!known.contains(url)) {
                part.fault("url", "unsupported", "A threshold has operator, value, term and selfHarm.");
            }
        });
    }

    private static Optional<Element> part(Element extension, Map<String, Element> parts, String name) {
        Optional<Element> part = Optional.ofNullable(parts.get(name));
        if (part.isEmpty()) {
            extension.fault("extension", "missing", "A threshold needs " + name + ".");
        }
        return part;
    }

    private static <T> Optional<T> first(Element part, List<String> names, Reading<T> reading) {
        Optional<T> read = names.stream().filter(part::has).findFirst().flatMap(reading::of);
        if (read.isEmpty()) {
            part.fault("", "wrong-type", "This must have one of " + String.join(", ", names) + ".");
        }
        return read;
    }

    private static <T> Optional<T> fault(Element extension, String part) {
        extension.fault("extension", "wrong-value", "This makes no sense as " + part + " of a threshold.");
        return Optional.empty();
    }

    @FunctionalInterface
    private interface Reading<T> {
        Optional<T> of(String name);
    }
}
