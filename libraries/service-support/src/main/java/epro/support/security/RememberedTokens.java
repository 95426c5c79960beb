package epro.support.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.SignedJWT;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Spares the check of a signature that was checked before: that is the dearest step of an ordinary request.
 *
 * <ul>
 *   <li>Remembered by the token's SHA-256, never by the token; at most 10,000, each for ten minutes.
 *   <li>What changes with time is checked every time: expiry and all other claims, and that the very keys the token could
 *       be signed with are still published. If not, the token is checked from scratch.
 *   <li>Only tokens that passed are remembered.
 * </ul>
 */
final class RememberedTokens implements JwtDecoder {
    private static final int AT_MOST = 10_000;
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final JwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> claims;
    private final JWKSource<SecurityContext> keys;
    private final Cache<ByteBuffer, Passed> passed =
            Caffeine.newBuilder().maximumSize(AT_MOST).expireAfterWrite(KEPT).build();

    RememberedTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> claims, JWKSource<SecurityContext> keys) {
        this.decoder = decoder;
        this.claims = claims;
        this.keys = keys;
    }

    @Override
    public Jwt decode(String token) {
        ByteBuffer hash = sha256(token);
        return remembered(hash).orElseGet(() -> check(token, hash));
    }

    /** A token that has passed before, and would pass again now; empty says nothing about any other. */
    Optional<Jwt> remembered(String token) {
        return remembered(sha256(token));
    }

    private Optional<Jwt> remembered(ByteBuffer hash) {
        return Optional.ofNullable(passed.getIfPresent(hash))
                .filter(this::stillHolds)
                .map(known -> known.jwt);
    }

    private Jwt check(String token, ByteBuffer hash) {
        JWKSelector signers = signers(token);
        List<JWK> before = published(signers);
        Jwt jwt = decoder.decode(token);
        if (signers != null && !before.isEmpty()) {
            passed.put(hash, new Passed(jwt, signers, before));
        }
        return jwt;
    }

    private boolean stillHolds(Passed known) {
        return !claims.validate(known.jwt).hasErrors()
                && published(known.signers).equals(known.keys);
    }

    /** Empty as well where they can't be read just now. */
    private List<JWK> published(@Nullable JWKSelector signers) {
        try {
            return signers == null ? List.of() : List.copyOf(keys.get(signers, null));
        } catch (KeySourceException away) {
            return List.of();
        }
    }

    private static @Nullable JWKSelector signers(String token) {
        try {
            JWKMatcher matcher = JWKMatcher.forJWSHeader(SignedJWT.parse(token).getHeader());
            return matcher == null ? null : new JWKSelector(matcher);
        } catch (ParseException notEvenAToken) {
            return null;
        }
    }

    private static ByteBuffer sha256(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A token that was checked whole, with all keys that could have signed it, as published before it was checked. */
    private static final class Passed {
        private final Jwt jwt;
        private final JWKSelector signers;
        private final List<JWK> keys;

        Passed(Jwt jwt, JWKSelector signers, List<JWK> keys) {
            this.jwt = jwt;
            this.signers = signers;
            this.keys = keys;
        }
    }
}
