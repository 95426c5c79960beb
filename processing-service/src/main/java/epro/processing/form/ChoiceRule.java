package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A code out of a list, bare or as a coding.
 *
 * @param options empty: any code
 * @param otherwise what {@code {"text": …}} may be where the list is open, null where it is closed
 */
record ChoiceRule(List<Option> options, @Nullable TextRule otherwise) implements AnswerRule {

    /** Those of its options, codings where there are none, and own words where the list is open. */
    @Override
    public List<String> types() {
        Stream<String> listed =
                options.isEmpty() ? Stream.of("Coding") : options.stream().map(Option::type);
        return Stream.concat(listed, otherwise == null ? Stream.of() : Stream.of("String"))
                .distinct()
                .toList();
    }

    @Override
    public List<CleaningRule> cleaning() {
        return List.of(CleaningRule.TRIM, CleaningRule.NFC, new CleaningRule("option", this::asOffered));
    }

    @Override
    public @Nullable Problem judge(JsonValue answer) {
        if (otherwise != null
                && answer instanceof JsonValue.Members(var members)
                && members.keySet().equals(Map.of("text", "").keySet())) {
            return otherwise.judge(members.getOrDefault("text", answer));
        }
        Optional<Coding> chosen = coding(answer);
        if (chosen.isEmpty()) {
            return Problem.wrongType("a code or a coding");
        }
        return options.isEmpty() || chosen.flatMap(this::option).isPresent()
                ? null
                : new Problem(ReasonCode.NOT_AN_OPTION, "The answer is none of those that the form offers.");
    }

    @Override
    public @Nullable Problem judgeTogether(List<JsonValue> answers) {
        boolean exclusive = answers.stream()
                .flatMap(answer -> coding(answer).flatMap(this::option).stream())
                .anyMatch(Option::exclusive);
        return exclusive && answers.size() > 1
                ? new Problem(ReasonCode.TOO_MANY, "One of the answers excludes all others.")
                : null;
    }

    /** Whether both are the same option, or else the same code or the same words. */
    boolean isSame(JsonValue answer, JsonValue other) {
        Optional<Coding> one = coding(answer).map(this::asListed);
        Optional<Coding> second = coding(other).map(this::asListed);
        return (one.isPresent() && second.isPresent()) ? one.get().isSame(second.get()) : answer.equals(other);
    }

    private Coding asListed(Coding coding) {
        return option(coding).map(Option::coding).orElse(coding);
    }

    private Optional<Option> option(Coding coding) {
        return options.stream().filter(option -> option.is(coding)).findFirst();
    }

    private static Optional<Coding> coding(JsonValue answer) {
        return switch (answer) {
            case JsonValue.Text(String code) -> Optional.of(new Coding(null, code));
            case JsonValue.NumberText _ ->
                Decimals.withoutZeroFraction(answer) instanceof JsonValue.NumberText(String number)
                        ? Optional.of(new Coding(null, number))
                        : Optional.empty();
            case JsonValue.Members _ -> Coding.of(answer);
            case JsonValue.Flag _, JsonValue.Null _, JsonValue.Items _ -> Optional.empty();
        };
    }

    /** A bare answer as its option has it: 2 and "2" and "２" are the same choice. */
    private JsonValue asOffered(JsonValue answer) {
        if (answer instanceof JsonValue.Members) {
            return answer;
        }
        return coding(answer)
                .flatMap(coding -> option(coding).or(() -> option(new Coding(null, Texts.narrow(coding.code())))))
                .map(Option::answer)
                .orElse(answer);
    }
}
