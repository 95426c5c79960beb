package epro.processing.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Whatever goes wrong with a plain question, it tells nothing against the texts of the other: the model is waited for. */
class PlainQuestionTest {
    private static final URI NOBODY = URI.create("http://127.0.0.1:1");
    private static final Assessment FAILING = TogetherTest.asked("en", "a rash");

    @Test
    void isNotAnsweredWhereTheModelIsAway(@TempDir Path folder) throws Exception {
        assertThat(client(folder, "a-token").answersPlainTextInstead(FAILING)).isFalse();
    }

    @Test
    void isNotAnsweredWhereItCanNotEvenBeAsked(@TempDir Path folder) throws Exception {
        assertThat(client(folder, "no\u0001token").answersPlainTextInstead(FAILING))
                .isFalse();
    }

    private static ModelClient client(Path folder, String token) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), token);
        Duration second = Duration.ofSeconds(1);
        return new ModelClient(new ModelSettings(NOBODY, "m", "", file, second, 1, 1, second), JsonMapper.shared());
    }
}
