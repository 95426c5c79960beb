package epro.support.security;

import static org.assertj.core.api.Assertions.assertThat;

import epro.support.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

            for (int attempt = 0; attempt < 4; attempt++) {
                var answer = service.get("/caller", token);
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
            }
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
