package epro.support.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import epro.support.Issuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

class CallerCheckTest {
    @TempDir
    Path folder;

    private Issuer issuer;
    private Map<String, Object> further = Map.of();

    private final RememberedTokens tokens = new RememberedTokens(
            this::checked, _ -> OAuth2TokenValidatorResult.success(), (selector, _) -> published(selector));
    private final CallerCheck callers = new CallerCheck(tokens);

    @BeforeEach
    void publish() {
        issuer = new Issuer(folder.resolve("keys.json"));
    }

    @Test
    void knowsACallerWhoWasLetInBefore() {
        String token = issuer.token();
        assertThat(known("Bearer " + token)).isEmpty();
        tokens.decode(token);

        assertThat(known("Bearer " + token)).map(Caller::subject).contains("someone");
        assertThat(known("Basic " + token)).isEmpty();
        assertThat(known("Bearer " + token + "A")).isEmpty();
    }

    @Test
    void leavesATokenThatIsBoundToItsHolderToTheFilters() {
        further = Map.of("cnf", Map.of("jkt", "thumbprint"));
        String token = issuer.token();
        tokens.decode(token);

        assertThat(tokens.remembered(token)).isPresent();
        assertThat(known("Bearer " + token)).isEmpty();
    }

    private Optional<Caller> known(String authorization) {
        var request = new MockHttpServletRequest();
        request.addHeader("Authorization", authorization);
        return callers.known(request);
    }

    private Jwt checked(String token) {
        return Jwt.withTokenValue(token)
                .header("alg", "ES256")
                .subject("someone")
                .issuer(Issuer.NAME)
                .claims(claims -> claims.putAll(further))
                .build();
    }

    private List<JWK> published(JWKSelector selector) {
        try {
            return selector.select(JWKSet.load(folder.resolve("keys.json").toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
