package epro.notification.console.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Lets in who shows a good token. */
@Component
class Door {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    private final JwtDecoder decoder;
    private final CsrfTokenRepository formTokens;

    Door(JwtDecoder decoder, CsrfTokenRepository formTokens) {
        this.decoder = decoder;
        this.formTokens = formTokens;
    }

    /** What came of it; if it opened, the session and the secret of its forms are new. */
    Entry enter(String token, HttpServletRequest request, HttpServletResponse response) {
        try {
            SessionTokens.begin(decoder.decode(token.strip()), request);
            formTokens.saveToken(null, request, response);
            return Entry.OPEN;
        } catch (BadJwtException refused) {
            return Entry.REFUSED;
        } catch (JwtException unchecked) {
            LOG.warn("epro.auth.jwks can't be read, so nobody can sign in to the console until it can.");
            return Entry.NOT_NOW;
        }
    }

    /** What can come of showing a token. */
    enum Entry {
        OPEN,
        REFUSED,
        /** Nobody can say whether it is good. */
        NOT_NOW
    }
}
