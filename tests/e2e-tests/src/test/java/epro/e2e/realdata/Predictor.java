package epro.e2e.realdata;

import epro.schemas.json.JsonValue;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Foretells what becomes of a submission from the instrument alone; knows nothing of how the services compile a form. */
final class Predictor {

    private Predictor() {}

    static Prediction foretell(Instrument instrument, JsonValue.Members submitted) {
        Map<String, JsonValue> answers = submitted.values();
        Stream<String> wrong = instrument.items().stream()
                .flatMap(item -> reason(item, answers.getOrDefault(item.linkId(), new JsonValue.Null())).stream());
        Stream<String> unknown = answers.keySet().stream()
                .filter(linkId -> instrument.items().stream()
                        .noneMatch(item -> item.linkId().equals(linkId)))
                .map(_ -> "unknown-item");
        return Stream.concat(wrong, unknown)
                .findFirst()
                .map(Prediction::rejected)
                .orElse(Prediction.STORED);
    }

    private static Optional<String> reason(Item item, JsonValue answer) {
        if (answer instanceof JsonValue.Null || answer.equals(new JsonValue.Text(""))) {
            return item.required() ? Optional.of("required") : Optional.empty();
        }
        return switch (item.answerable()) {
            case Answerable.Range range -> outside(range, answer);
            case Answerable.Options(var codes) -> notAmong(codes, answer);
            case Answerable.Words() -> answer instanceof JsonValue.Text ? Optional.empty() : Optional.of("wrong-type");
        };
    }

    private static Optional<String> outside(Answerable.Range range, JsonValue answer) {
        return switch (answer) {
            case JsonValue.NumberText(String number) -> outside(range, number);
            case JsonValue.Text(String text)
            when text.strip().matches("-?\\d+(\\.\\d+)?") -> outside(range, text.strip());
            default -> Optional.of("wrong-type");
        };
    }

    private static Optional<String> outside(Answerable.Range range, String number) {
        BigDecimal value = new BigDecimal(number);
        boolean inside = value.compareTo(range.least()) >= 0 && value.compareTo(range.most()) <= 0;
        return inside ? Optional.empty() : Optional.of("out-of-range");
    }

    private static Optional<String> notAmong(Set<String> codes, JsonValue answer) {
        return switch (answer) {
            case JsonValue.Text(String code) -> codes.contains(code) ? Optional.empty() : Optional.of("not-an-option");
            default -> Optional.of("wrong-type");
        };
    }
}
