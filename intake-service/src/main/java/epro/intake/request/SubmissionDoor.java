package epro.intake.request;

import epro.support.problem.ProblemAnswers;
import epro.support.security.Caller;
import epro.support.security.CallerCheck;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
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
 * Takes the ordinary submission, JSON from a caller who is known, before the framework's filters and its dispatcher get to see
 * it: together they cost about as much as all that is done with it. Everything else goes on to them, where
 * {@link SubmissionController} answers the same request the same.
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
        Optional<Caller> caller = isOrdinary(request) ? callers.known(request) : Optional.empty();
        if (caller.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        ServerHttpObservationFilter.findObservationContext(request)
                .ifPresent(measured -> measured.setPathPattern(SubmissionController.PATH));
        KnownCallerFilter.mark(request);
        callers.protect(request, response);
        take(request, response, caller.get());
    }

    private void take(HttpServletRequest request, HttpServletResponse response, Caller caller) throws IOException {
        Receipt receipt;
        try {
            receipt = reception.receive(forms, request, response, caller);
        } catch (Throwable failure) {
            ProblemAnswers.write(request, response, failure);
            return;
        }
        byte[] body = json.writeValueAsBytes(receipt);
        response.setStatus(HttpStatus.ACCEPTED.value());
        response.setHeader(
                HttpHeaders.LOCATION,
                settings.whereToRead(receipt.submissionKey()).toString());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static boolean isOrdinary(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && request.getRequestURI().equals(SubmissionController.PATH)
                && request.getQueryString() == null
                && isOneOf(SENT, request.getContentType())
                && isAccepted(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
    }

    private static boolean isAccepted(List<String> lines) {
        return lines.isEmpty() || (lines.size() == 1 && isOneOf(ACCEPTED, lines.getFirst()));
    }

    private static boolean isOneOf(Set<String> known, @Nullable String value) {
        return value != null && known.contains(value.toLowerCase(Locale.ROOT));
    }
}
