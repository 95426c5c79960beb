package epro.cli.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class IdentifiedTest {

    private final LineFile file = new LineFile(Path.of("sample"), "ab12", 3);

    @Test
    void keepsTheIdThatIsThere() {
        Identified line = Identified.of(file, 1, "{\"submissionId\": \"mine\", \"a\": 1.10}");

        assertThat(line).isEqualTo(new Identified("{\"submissionId\": \"mine\", \"a\": 1.10}", false));
    }

    @Test
    void leavesAllElseOfTheLineAsItWas() {
        Identified line = Identified.of(file, 1, " {\"answers\": {\"x\": 1.10}} ");

        assertThat(line.derived()).isTrue();
        assertThat(line.line()).matches(" \\{\"submissionId\":\"[0-9a-f-]{36}\",\"answers\": \\{\"x\": 1.10}} ");
    }

    @Test
    void derivesTheSameIdEachTime() {
        assertThat(Identified.of(file, 2, "{}")).isEqualTo(Identified.of(file, 2, "{}"));
        assertThat(JsonMapper.shared()
                        .readTree(Identified.of(file, 2, "{}").line())
                        .has("submissionId"))
                .isTrue();
    }

    @Test
    void givesEachLineAndEachContentAnIdOfItsOwn() {
        LineFile other = new LineFile(Path.of("sample"), "cd34", 3);

        assertThat(Identified.of(file, 2, "{}")).isNotEqualTo(Identified.of(file, 3, "{}"));
        assertThat(Identified.of(file, 2, "{}")).isNotEqualTo(Identified.of(other, 2, "{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "17", "{\"a\":", "nonsense"})
    void leavesWhatIsNoObjectToTheService(String line) {
        assertThat(Identified.of(file, 1, line)).isEqualTo(new Identified(line, false));
    }
}
