package epro.notification.console;

import epro.support.problem.ProblemException;
import epro.support.problem.StackOnly;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Says in the console's own words what could not be done; why, stands in the log at most. */
@ControllerAdvice(basePackageClasses = ProblemPages.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemPages {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemPages.class);

    private final Surroundings surroundings;

    ProblemPages(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @ExceptionHandler
    ModelAndView problem(Exception failure, HttpServletRequest request) {
        HttpStatusCode status = status(failure);
        if (status.is5xxServerError()) {
            LOG.warn("A page of the console could not be shown, answered {}: {}", status, StackOnly.of(failure));
        }
        ModelAndView page = new ModelAndView("problem", surroundings.of(request), status);
        return page.addObject("problem", word(status));
    }

    private static HttpStatusCode status(Exception failure) {
        return switch (failure) {
            case ProblemException refused -> refused.status();
            case ErrorResponse refused -> refused.getStatusCode();
            default -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    private static String word(HttpStatusCode status) {
        return switch (HttpStatus.resolve(status.value())) {
            case FORBIDDEN -> "forbidden";
            case NOT_FOUND, BAD_REQUEST -> "not-found";
            case null, default -> "not-now";
        };
    }
}
