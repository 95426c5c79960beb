package epro.support.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import epro.support.Issuer;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class RememberedTokensTest {
    @TempDir
    Path folder;

    private Issuer issuer;
    private final List<String> checked = new ArrayList<>();
    private boolean claimsHold = true;
    private boolean keysAway;

    private final RememberedTokens tokens = new RememberedTokens(
            this::check,
            _ -> claimsHold
                    ? OAuth2TokenValidatorResult.success()
                    : OAuth2TokenValidatorResult.failure(new OAuth2Error("expired")),
            (selector, _) -> published(selector));

    @BeforeEach
    void publish() {
        issuer = new Issuer(folder.resolve("keys.json"));
    }

    @Test
    void checksTheSameTokenOnce() {
        String token = issuer.token();
        Jwt first = tokens.decode(token);
        assertThat(tokens.decode(token)).isSameAs(first);
        assertThat(checked).hasSize(1);
    }

    @Test
    void knowsAgainOnlyWhatPassedAndWouldPassAgain() {
        String token = issuer.token();
        assertThat(tokens.remembered(token)).isEmpty();
        tokens.decode(token);
        assertThat(tokens.remembered(token)).isPresent();
        assertThat(checked).hasSize(1);

        claimsHold = false;
        assertThat(tokens.remembered(token)).isEmpty();
        claimsHold = true;
        issuer.rotate();
        assertThat(tokens.remembered(token)).isEmpty();
    }

    @Test
    void checksEveryTokenThatDiffersInOneCharacter() {
        String token = issuer.token();
        tokens.decode(token);
        tokens.decode(token.substring(0, token.length() - 2) + "AA");
        assertThat(checked).hasSize(2);
    }

    @Test
    void checksAgainWhatItsClaimsNoLongerAllow() {
        String token = issuer.token();
        tokens.decode(token);
        claimsHold = false;
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode(token));
    }

    @Test
    void checksAgainWhenTheKeyIsWithdrawn() {
        String token = issuer.token();
        tokens.decode(token);
        issuer.rotate();
        tokens.decode(token);
        tokens.decode(token);
        assertThat(checked).hasSize(3);
    }

    @Test
    void checksAgainWhileTheKeysAreAway() {
        String token = issuer.token();
        tokens.decode(token);
        keysAway = true;
        tokens.decode(token);
        assertThat(checked).hasSize(2);
    }

    @Test
    void remembersNothingThatWasRefused() {
        claimsHold = false;
        String token = issuer.token();
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode(token));
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode(token));
        assertThat(checked).hasSize(2);
    }

    @Test
    void leavesWhatIsNoTokenToTheCheck() {
        tokens.decode("no token");
        tokens.decode("no token");
        assertThat(checked).containsExactly("no token", "no token");
    }

    private Jwt check(String token) {
        checked.add(token);
        if (!claimsHold) {
            throw new BadJwtException("expired");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "ES256")
                .subject("someone")
                .expiresAt(Instant.EPOCH)
                .build();
    }

    private List<JWK> published(@Nullable JWKSelector selector) throws KeySourceException {
        if (keysAway) {
            throw new KeySourceException("away");
        }
        try {
            JWKSet keys = JWKSet.load(folder.resolve("keys.json").toFile());
            return selector == null ? keys.getKeys() : selector.select(keys);
        } catch (IOException | ParseException e) {
            throw new KeySourceException("unreadable", e);
        }
    }
}
