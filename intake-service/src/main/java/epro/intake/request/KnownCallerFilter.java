package epro.intake.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Behind the filters that check tokens, marks the requests whose token passed, for whoever looks at them in front of these. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class KnownCallerFilter extends OncePerRequestFilter {
    private static final String KNOWN = KnownCallerFilter.class.getName() + ".known";

    static void mark(HttpServletRequest request) {
        request.setAttribute(KNOWN, true);
    }

    static boolean isMarked(HttpServletRequest request) {
        return request.getAttribute(KNOWN) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getUserPrincipal() != null) {
            mark(request);
        }
        chain.doFilter(request, response);
    }
}
