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

/** Notices the id in the header before anyone can refuse the request, so that a refusal of its token or media type names it too. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StatedIdFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SubmissionIds.noticeHeader(request);
        chain.doFilter(request, response);
    }
}
