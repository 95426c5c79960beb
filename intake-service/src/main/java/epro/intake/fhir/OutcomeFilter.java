package epro.intake.fhir;

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

/** Has whatever is refused under the FHIR paths, by whomever, be answered with an OperationOutcome. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class OutcomeFilter extends OncePerRequestFilter {
    private static final OperationOutcome OUTCOMES = new OperationOutcome();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().startsWith("/fhir/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ProblemAnswers.sayAs(request, OUTCOMES);
        chain.doFilter(request, response);
    }
}
