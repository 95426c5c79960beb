package epro.support.problem;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers every exception of a controller, the framework's own included, as a problem with a stable code. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {
    @ExceptionHandler
    ResponseEntity<byte[]> refused(ProblemException refusal, HttpServletRequest request) {
        var headers = new HttpHeaders();
        refusal.retryAfterSeconds().ifPresent(seconds -> headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds)));
        return ProblemAnswers.entity(request, refusal.problem(), headers);
    }

    /** A header with a character that none may have, of which the firewall knows only when it is read. */
    @ExceptionHandler
    ResponseEntity<byte[]> refused(RequestRejectedException refusal, HttpServletRequest request) {
        return ProblemAnswers.entity(request, StandardProblems.of(HttpStatus.BAD_REQUEST), HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unexpected(Throwable failure, HttpServletRequest request) {
        return ProblemAnswers.entity(request, ProblemAnswers.unexpected(failure), HttpHeaders.EMPTY);
    }

    /** The framework would log the method, which may be any word that a client sent. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException refusal,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return handleExceptionInternal(refusal, null, headers, status, request);
    }

    /** The framework's sentence is left out: it quotes what the client sent. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var answer =
                ProblemAnswers.entity(((ServletWebRequest) request).getRequest(), StandardProblems.of(status), headers);
        return new ResponseEntity<>(answer.getBody(), answer.getHeaders(), answer.getStatusCode());
    }
}
