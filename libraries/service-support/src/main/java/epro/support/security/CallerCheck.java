package epro.support.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.XXssProtectionHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;

/**
 * What Spring Security's filters do for one request, without them, for a path that is asked too often for that. It knows only
 * callers whose token holds; everybody else has to be sent on to the filters, which say what is wrong.
 */
public final class CallerCheck {
    private final DefaultBearerTokenResolver resolver = new DefaultBearerTokenResolver();
    private final List<HeaderWriter> headers = List.of(
            new XContentTypeOptionsHeaderWriter(),
            new XXssProtectionHeaderWriter(),
            new CacheControlHeadersWriter(),
            new HstsHeaderWriter(),
            new XFrameOptionsHeaderWriter());
    private final JwtDecoder decoder;

    CallerCheck(JwtDecoder decoder) {
        this.decoder = decoder;
    }

    /** Who is calling; empty where there is no token, where it does not hold, or where that can't be told just now. */
    public Optional<Caller> caller(HttpServletRequest request) {
        try {
            return Optional.ofNullable(resolver.resolve(request))
                    .map(decoder::decode)
                    .map(TokenClaims::caller);
        } catch (OAuth2AuthenticationException | JwtException refused) {
            return Optional.empty();
        }
    }

    /** Adds the headers with which every answer protects itself. */
    public void protect(HttpServletRequest request, HttpServletResponse response) {
        headers.forEach(writer -> writer.writeHeaders(request, response));
    }
}
