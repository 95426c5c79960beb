package epro.support.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.XXssProtectionHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;

/**
 * Knows a caller again without Spring Security's filters, for a path that is asked too often for them: by a token that they let in
 * before, as long as they would again; each is read for its caller once. Everybody else has to be sent on to them; they say what is
 * wrong, or let in and remember.
 */
public final class CallerCheck {
    /** Of a token that only its holder can use, who proves that in a way that the filters know. */
    private static final String BOUND = "cnf";

    private static final String BEARER = "Bearer ";

    private final Cache<Jwt, Caller> callers = Caffeine.newBuilder().weakKeys().build();
    private final List<HeaderWriter> headers = List.of(
            new XContentTypeOptionsHeaderWriter(),
            new XXssProtectionHeaderWriter(),
            new CacheControlHeadersWriter(),
            new HstsHeaderWriter(),
            new XFrameOptionsHeaderWriter());
    private final RememberedTokens tokens;

    CallerCheck(RememberedTokens tokens) {
        this.tokens = tokens;
    }

    /** Who is calling, if that is known; empty says nothing about the token. */
    public Optional<Caller> known(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.startsWith(BEARER)) {
            return Optional.empty();
        }
        return tokens.remembered(header.substring(BEARER.length()))
                .filter(token -> !token.hasClaim(BOUND))
                .map(token -> callers.get(token, TokenClaims::caller));
    }

    /** Adds the headers with which every answer protects itself. */
    public void protect(HttpServletRequest request, HttpServletResponse response) {
        headers.forEach(writer -> writer.writeHeaders(request, response));
    }
}
