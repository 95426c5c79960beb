package epro.intake.request;

import epro.support.problem.ProblemAnswers;
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
 * Before anyone can refuse the request, notices the id in its header, so that a refusal of its token or media type names it too;
 * behind all, counts what was refused.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RefusalFilter extends OncePerRequestFilter {
    private static final String COUNTED = RefusalFilter.class.getName() + ".counted";

    private final RefusalCounts counts;

    RefusalFilter(RefusalCounts counts) {
        this.counts = counts;
    }

    /** Here the server says what it refused itself, and again what was said where the rest of a body never came. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SubmissionIds.noticeHeader(request);
        chain.doFilter(request, response);
        if (request.getAttribute(COUNTED) == null) {
            ProblemAnswers.codeOf(request).ifPresent(code -> count(code, request));
        }
    }

    private void count(String code, HttpServletRequest request) {
        request.setAttribute(COUNTED, code);
        if (KnownCallerFilter.isMarked(request)) {
            counts.count(code, AppVersion.of(request));
        } else {
            counts.countStranger(code, AppVersion.of(request));
        }
    }
}
