package epro.intake.fhir;

import epro.intake.request.Fields;
import epro.intake.request.Refusals;
import epro.schemas.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One answer, in the shape that our own JSON has for it. Whether it fits its question, the form says later. */
final class AnswerValue {
    private static final Map<String, Class<? extends JsonValue>> PRIMITIVES = Map.of(
            "valueBoolean", JsonValue.Flag.class,
            "valueDecimal", JsonValue.NumberText.class,
            "valueInteger", JsonValue.NumberText.class,
            "valueDate", JsonValue.Text.class,
            "valueDateTime", JsonValue.Text.class,
            "valueTime", JsonValue.Text.class,
            "valueString", JsonValue.Text.class,
            "valueUri", JsonValue.Text.class);

    private static final Map<String, Structure> STRUCTURES = Map.of(
            "valueCoding", Structure.CODING,
            "valueQuantity", Structure.QUANTITY,
            "valueAttachment", Structure.ATTACHMENT,
            "valueReference", Structure.REFERENCE);

    private static final Set<String> KNOWN = Stream.of(
                    Stream.of("id", "extension", "item"),
                    PRIMITIVES.keySet().stream(),
                    PRIMITIVES.keySet().stream().map(name -> "_" + name),
                    STRUCTURES.keySet().stream())
            .flatMap(names -> names)
            .collect(Collectors.toUnmodifiableSet());

    private AnswerValue() {}

    /** Empty where the question was not asked. */
    static Optional<JsonValue> of(Fields answer) {
        Elements.refuseWhatChangesMeaning(answer);
        answer.refuseOthersThan(KNOWN);
        Elements.checkExtensions(answer);
        List<String> names = answer.members().values().keySet().stream()
                .filter(name -> PRIMITIVES.containsKey(name) || STRUCTURES.containsKey(name))
                .toList();
        if (names.size() > 1) {
            throw Refusals.badMember("several-values", answer.pointer(), "An answer has one value.");
        }
        var value = names.isEmpty() ? null : value(answer, names.getFirst());
        var absence = absence(answer);
        if (absence.isPresent()) {
            Absence.requireAlone(value == null, answer);
            return absence.get().answer();
        }
        if (value == null) {
            throw Refusals.unprocessable(
                    "answer-without-value", answer.pointer(), "An answer needs a value, or a reason for having none.");
        }
        return Optional.of(value);
    }

    /** Null where a structure holds nothing, but perhaps the reason for that. */
    private static @Nullable JsonValue value(Fields answer, String name) {
        var structure = STRUCTURES.get(name);
        if (structure != null) {
            var object = answer.object(name);
            return object == null ? null : structure.read(object);
        }
        var type = PRIMITIVES.get(name);
        var value = answer.members().values().get(name);
        if (type == null || !type.isInstance(value)) {
            throw answer.wrongType(name, "as FHIR has it");
        }
        return value;
    }

    /** It may stand at the answer, beside a primitive value, or inside of a structure. */
    private static Optional<Absence> absence(Fields answer) {
        return Stream.concat(
                        Stream.of(answer),
                        answer.members().values().keySet().stream()
                                .filter(name -> name.startsWith("_value") || STRUCTURES.containsKey(name))
                                .flatMap(name -> Stream.ofNullable(answer.object(name))))
                .flatMap(place -> Absence.of(place).stream())
                .findFirst();
    }
}
