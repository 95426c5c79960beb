package epro.support.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import epro.support.Issuer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.oauth2.jwt.BadJwtException;

/** The issuer withdraws a key, and nobody comes with a token of another one: its tokens count until the keys are read anew. */
class WithdrawnKeyTest {
    /** Not much longer than keys may be read twice in. */
    private static final Duration KEPT = Duration.ofSeconds(6);

    @TempDir
    Path folder;

    private Path keys;
    private Issuer issuer;

    @BeforeEach
    void publish() {
        keys = folder.resolve("keys.json");
        issuer = new Issuer(keys);
    }

    @Test
    void refusesItsTokensOnceTheFileIsReadAnew() {
        assertRefusedOnceWithdrawn(keys.toUri());
    }

    @Test
    void refusesItsTokensOnceTheAddressIsReadAnew() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", exchange -> {
            byte[] set = Files.readAllBytes(keys);
            exchange.sendResponseHeaders(200, set.length);
            exchange.getResponseBody().write(set);
            exchange.close();
        });
        server.start();
        try {
            assertRefusedOnceWithdrawn(
                    URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys"));
        } finally {
            server.stop(0);
        }
    }

    private void assertRefusedOnceWithdrawn(URI address) {
        var settings = new AuthSettings(Issuer.NAME, address, "epro", List.of());
        var tokens = TokenDecoder.of(settings, new PublishedKeys(address, KEPT));
        String token = issuer.token();
        tokens.decode(token);
        assertThat(tokens.remembered(token)).isPresent();
        issuer.rotate();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(tokens.remembered(token)).isEmpty());
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode(token));
    }
}
