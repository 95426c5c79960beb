package epro.e2e.realdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void readsQuotedFieldsWithCommasAndDoubledQuotes() {
        assertThat(Csv.read("a,b\n\"x, y\",\"say \"\"no\"\"\"\n"))
                .containsExactly(Map.of("a", "x, y", "b", "say \"no\""));
    }

    @Test
    void keepsEmptyFieldsAndReadsBothLineEnds() {
        assertThat(Csv.read("a,b\r\n,2\r\n1,")).containsExactly(Map.of("a", "", "b", "2"), Map.of("a", "1", "b", ""));
    }

    @Test
    void refusesALineOfAnotherLengthThanTheHeader() {
        assertThatThrownBy(() -> Csv.read("a,b\n1\n")).hasMessageContaining("1 fields");
    }
}
