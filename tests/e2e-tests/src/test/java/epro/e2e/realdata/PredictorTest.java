package epro.e2e.realdata;

import static org.assertj.core.api.Assertions.assertThat;

import epro.schemas.json.JsonValue;
import epro.schemas.json.Limits;
import epro.schemas.json.StrictJson;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictorTest {

    private static final Instrument INSTRUMENT = new Instrument(
            "Sleep",
            List.of(
                    new Item("hours", "Hours slept", new Answerable.Range(BigDecimal.ONE, BigDecimal.TEN), true),
                    new Item("dreams", "Dreams", new Answerable.Options(new TreeSet<>(List.of("Y", "N"))), false),
                    new Item("words", "In your words", new Answerable.Words(), false)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"hours\":1,\"dreams\":\"Y\",\"words\":\"none\"} | STORED |",
                "{\"hours\":10.0} | STORED |",
                "{\"hours\":\"7.5\",\"dreams\":\"\",\"words\":null} | STORED |",
                "{\"hours\":10.01} | REJECTED | out-of-range",
                "{\"hours\":0} | REJECTED | out-of-range",
                "{\"hours\":\"many\"} | REJECTED | wrong-type",
                "{\"hours\":true} | REJECTED | wrong-type",
                "{\"dreams\":\"Y\"} | REJECTED | required",
                "{\"hours\":null} | REJECTED | required",
                "{\"hours\":8,\"dreams\":\"MAYBE\"} | REJECTED | not-an-option",
                "{\"hours\":8,\"dreams\":false} | REJECTED | wrong-type",
                "{\"hours\":8,\"words\":3} | REJECTED | wrong-type",
                "{\"hours\":8,\"naps\":1} | REJECTED | unknown-item",
            })
    void foretellsStateAndFirstReason(String answers, String state, String code) {
        var members = (JsonValue.Members) StrictJson.read(answers.getBytes(StandardCharsets.UTF_8), Limits.STANDARD);
        assertThat(Predictor.foretell(INSTRUMENT, members)).isEqualTo(new Prediction(state, code));
    }
}
