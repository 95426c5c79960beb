package epro.intake.request;

import epro.support.problem.ProblemAnswers;
import epro.support.security.Caller;
import epro.support.security.CallerCheck;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.filter.ServerHttpObservationFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes the ordinary submission before the framework's filters and its dispatcher get to see it, which together cost more
 * than all that is done with it. What is not ordinary, be it a media type or a token, goes on to them: {@link SubmissionController}
 * answers it the same, or they refuse it.
 */
@Component
@Order(SubmissionDoor.BEHIND_MEASUREMENT)
final class SubmissionDoor extends OncePerRequestFilter {
    /** Right behind {@link ServerHttpObservationFilter}. */
    static final int BEHIND_MEASUREMENT = Ordered.HIGHEST_PRECEDENCE + 2;

    private static final Set<String> SENT =
            Set.of("application/json", "application/json;charset=utf-8", "application/json; charset=utf-8");
    private static final Set<String> ACCEPTED = Set.of("*/*", "application/json", "application/json, text/plain, */*");

    private final CallerCheck callers;
    private final FormReader forms;
    private final Reception reception;
    private final RequestSettings settings;
    private final JsonMapper json = new JsonMapper();

    SubmissionDoor(CallerCheck callers, FormReader forms, Reception reception, RequestSettings settings) {
        this.callers = callers;
        this.forms = forms;
        this.reception = reception;
        this.settings = settings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Caller> caller = isOrdinary(request) ? callers.caller(request) : Optional.empty();
        if (caller.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        ServerHttpObservationFilter.findObservationContext(request)
                .ifPresent(measured -> measured.setPathPattern(SubmissionController.PATH));
        callers.protect(request, response);
        take(request, response, caller.get());
    }

    private void take(HttpServletRequest request, HttpServletResponse response, Caller caller) throws IOException {
        try {
            var receipt = reception.receive(forms, request, response, caller);
            var location = settings.whereToRead(receipt.submissionKey());
            write(response, location.toString(), json.writeValueAsBytes(receipt));
        } catch (RuntimeException failure) {
            ProblemAnswers.write(request, response, failure);
        }
    }

    private static void write(HttpServletResponse response, String location, byte[] body) throws IOException {
        response.setStatus(HttpStatus.ACCEPTED.value());
        response.setHeader(HttpHeaders.LOCATION, location);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static boolean isOrdinary(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && request.getRequestURI().equals(SubmissionController.PATH)
                && request.getQueryString() == null
                && isOneOf(SENT, request.getContentType())
                && isOneOf(
                        ACCEPTED,
                        Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT))
                                .orElse("*/*"));
    }

    private static boolean isOneOf(Set<String> known, @Nullable String value) {
        return value != null && known.contains(value.toLowerCase(Locale.ROOT));
    }
}
