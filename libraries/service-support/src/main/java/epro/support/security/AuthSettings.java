package epro.support.security;

import epro.support.start.IllegalSetting;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens count. Without issuer and keys a service refuses to start.
 *
 * @param issuer The {@code iss} claim that a token must carry.
 * @param jwks Where the issuer's public keys are: an http, https or file URI of a JWK set.
 * @param audience What the {@code aud} claim must contain.
 * @param openPaths Paths that need no token, such as the probes of a protocol.
 */
@ConfigurationProperties("epro.auth")
record AuthSettings(
        String issuer,
        URI jwks,
        @DefaultValue("epro") String audience,
        @DefaultValue List<String> openPaths) {

    AuthSettings {
        requireText("epro.auth.issuer", "EPRO_AUTH_ISSUER", issuer);
        requireText("epro.auth.jwks", "EPRO_AUTH_JWKS", jwks);
        requireText("epro.auth.audience", "EPRO_AUTH_AUDIENCE", audience);
        if (jwks.getScheme() == null || !jwks.getScheme().matches("https?|file")) {
            throw new IllegalSetting("epro.auth.jwks", "must be an http, https or file URI, was " + jwks);
        }
    }

    private static void requireText(String property, String variable, @Nullable Object value) {
        if (value == null || value.toString().isBlank()) {
            throw new IllegalSetting(property, "(" + variable + ") must be set: without it no token could be checked");
        }
    }
}
