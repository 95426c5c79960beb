package epro.notification.console.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Each request of a session is made in the name of its token, as if it had been sent along; with the token the session ends. */
final class SessionTokens extends OncePerRequestFilter {
    private static final String TOKEN = SessionTokens.class.getName();

    private final InstantSource clock;

    SessionTokens(InstantSource clock) {
        this.clock = clock;
    }

    /** Begins a session for a checked token; whatever session there was before is over. */
    static void begin(Jwt token, HttpServletRequest request) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        request.getSession(true).setAttribute(TOKEN, token);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(TOKEN) instanceof Jwt token) {
            takeOn(token, session);
        }
        chain.doFilter(request, response);
    }

    private void takeOn(Jwt token, HttpSession session) {
        Instant end = token.getExpiresAt();
        if (end == null || !clock.instant().isBefore(end)) {
            session.invalidate();
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new JwtAuthenticationToken(token, List.of()));
        SecurityContextHolder.setContext(context);
    }
}
