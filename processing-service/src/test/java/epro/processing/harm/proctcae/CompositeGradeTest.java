package epro.processing.harm.proctcae;

import static epro.processing.harm.proctcae.Attribute.AMOUNT;
import static epro.processing.harm.proctcae.Attribute.FREQUENCY;
import static epro.processing.harm.proctcae.Attribute.INTERFERENCE;
import static epro.processing.harm.proctcae.Attribute.PRESENCE;
import static epro.processing.harm.proctcae.Attribute.SEVERITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every combination of levels, against the published tables with their rows for the first attribute's level 0 written out. */
class CompositeGradeTest {

    private static Stream<Arguments> combinations() {
        return Stream.of(
                        table(List.of(FREQUENCY), "01123"),
                        table(List.of(SEVERITY), "01233"),
                        table(List.of(INTERFERENCE), "01122"),
                        table(List.of(AMOUNT), "01122"),
                        table(List.of(FREQUENCY, SEVERITY), "00000", "11122", "11222", "11233", "11233"),
                        table(List.of(FREQUENCY, INTERFERENCE), "00000", "11122", "11122", "11233", "11233"),
                        table(List.of(SEVERITY, INTERFERENCE), "00000", "11122", "11223", "12233", "22233"),
                        table(
                                List.of(FREQUENCY, SEVERITY, INTERFERENCE),
                                "0000000000000000000000000",
                                "0112211122122232223322333",
                                "0112211122222332223322333",
                                "1112211122222332233322333",
                                "1112211223222332233322333"))
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void isAsPublished(List<Attribute> attributes, Map<Attribute, Integer> levels, int grade) {
        assertThat(CompositeGrade.of(new Symptom(1, "Any", attributes), levels)).isEqualTo(OptionalInt.of(grade));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void isAtLeastItselfWhereNothingIsMissing(List<Attribute> attributes, Map<Attribute, Integer> levels, int grade) {
        assertThat(CompositeGrade.atLeast(new Symptom(1, "Any", attributes), levels))
                .isEqualTo(OptionalInt.of(grade));
    }

    @Test
    void isAtLeastWhatTheMildestCompletionWouldGive() {
        Symptom pain = new Symptom(48, "Pain", List.of(FREQUENCY, SEVERITY, INTERFERENCE));
        assertThat(CompositeGrade.atLeast(pain, Map.of(FREQUENCY, 4, SEVERITY, 4)))
                .hasValue(2);
        assertThat(CompositeGrade.atLeast(pain, Map.of(FREQUENCY, 1))).hasValue(0);
        assertThat(CompositeGrade.atLeast(pain, Map.of(SEVERITY, 4, INTERFERENCE, 4)))
                .hasValue(0);
    }

    @Test
    void doesNotExistOfWhatIsOnlyThereOrNot() {
        assertThat(CompositeGrade.of(new Symptom(5, "Voice Changes", List.of(PRESENCE)), Map.of(PRESENCE, 1)))
                .isEmpty();
    }

    @Test
    void refusesALevelThatIsMissingOrNone() {
        Symptom mouth = new Symptom(1, "Dry Mouth", List.of(SEVERITY));
        assertThatIllegalArgumentException().isThrownBy(() -> CompositeGrade.of(mouth, Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> CompositeGrade.of(mouth, Map.of(SEVERITY, 5)));
    }

    /** @param rows one for each level of the first attribute; the last attribute's level changes fastest */
    private static List<Arguments> table(List<Attribute> attributes, String... rows) {
        String digits = String.join("", rows);
        List<Arguments> cases = new ArrayList<>();
        int size = (int) Math.pow(5, attributes.size());
        assertThat(digits).hasSize(size);
        for (int number = 0; number < size; number++) {
            cases.add(Arguments.of(attributes, levels(attributes, number), digits.charAt(number) - '0'));
        }
        return cases;
    }

    private static Map<Attribute, Integer> levels(List<Attribute> attributes, int number) {
        Map<Attribute, Integer> byAttribute = new EnumMap<>(Attribute.class);
        int rest = number;
        for (Attribute attribute : attributes.reversed()) {
            byAttribute.put(attribute, rest % 5);
            rest /= 5;
        }
        return byAttribute;
    }
}
