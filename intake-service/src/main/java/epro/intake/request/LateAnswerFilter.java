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

/**
 * Gives answers to requests whose body broke off. Tomcat lets nobody answer such a request any more and asks for its page of errors
 * instead; what was left for it is given there.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class LateAnswerFilter extends OncePerRequestFilter {
    private static final String ANSWER = LateAnswerFilter.class.getName() + ".answer";

    /** An answer, to be written when it can be. */
    interface LateAnswer {
        void write(HttpServletResponse response) throws IOException;
    }

    static void leave(HttpServletRequest request, LateAnswer answer) {
        request.setAttribute(ANSWER, answer);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getAttribute(ANSWER) instanceof LateAnswer answer) {
            answer.write(response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
