package epro.support.security;

import static org.assertj.core.api.Assertions.assertThat;

import epro.support.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeySetOutageTest {
    @TempDir
    Path folder;

    @Test
    void answers503AsLongAsNoKeySetCouldEverBeRead() throws IOException {
        try (var service = new RunningService(folder)) {
            var token = service.issuer.token();
            Files.delete(folder.resolve("keys.json"));

            var answers = Stream.generate(() -> service.get("/caller", token))
                    .limit(20)
                    .toList();

            assertThat(answers).allMatch(answer -> answer.statusCode() == 503);
            assertThat(answers.stream()
                            .map(answer ->
                                    answer.headers().firstValue("Retry-After").orElse(""))
                            .collect(Collectors.toSet()))
                    .as("a crowd refused together is not to come back together")
                    .hasSizeGreaterThan(1)
                    .isSubsetOf("3", "4", "5", "6", "7", "8");
        }
    }

    @Test
    void goesOnWithTheKeysItHasWhileTheKeySetIsAway() throws IOException {
        try (var service = new RunningService(folder)) {
            assertThat(service.getWithToken("/caller").statusCode()).isEqualTo(200);
            Files.delete(folder.resolve("keys.json"));

            assertThat(service.getWithToken("/caller").statusCode()).isEqualTo(200);
        }
    }
}
