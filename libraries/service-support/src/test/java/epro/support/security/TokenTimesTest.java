package epro.support.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import epro.support.Issuer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.oauth2.jwt.BadJwtException;

/** A token counts from its first second to its last, and in none beside. */
class TokenTimesTest {
    @TempDir
    Path folder;

    private Issuer issuer;
    private RememberedTokens tokens;

    @BeforeEach
    void open() {
        Path keys = folder.resolve("keys.json");
        issuer = new Issuer(keys);
        tokens = TokenDecoder.of(new AuthSettings(Issuer.NAME, keys.toUri(), "epro", List.of()));
    }

    @Test
    void refusesWhatExpiredAMomentAgo() {
        assertRefused(issuer.token(claims -> claims.expirationTime(in(-3))));
    }

    @Test
    void refusesWhatCountsOnlyInAMoment() {
        assertRefused(issuer.token(claims -> claims.notBeforeTime(in(30))));
    }

    @Test
    void refusesWhatExpiresWhileItIsRemembered() {
        String token = issuer.token(claims -> claims.expirationTime(in(5)));
        tokens.decode(token);
        assertThat(tokens.remembered(token)).isPresent();

        await().atMost(Duration.ofSeconds(15))
                .until(() -> tokens.remembered(token).isEmpty());

        assertRefused(token);
    }

    private void assertRefused(String token) {
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode(token));
    }

    private static Date in(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }
}
