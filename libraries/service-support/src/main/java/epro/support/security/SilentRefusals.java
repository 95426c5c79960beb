package epro.support.security;

import epro.support.problem.ProblemAnswers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Refuses without a reason: neither what was wrong with the token nor what would have been behind the path. */
final class SilentRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final Logger log = LoggerFactory.getLogger(SilentRefusals.class);

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof AuthenticationServiceException) {
            log.warn("epro.auth.jwks can't be read, so no token can be checked; answered 503 until it can.");
            response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(again()));
            ProblemAnswers.write(request, response, HttpStatus.SERVICE_UNAVAILABLE);
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        ProblemAnswers.write(request, response, HttpStatus.UNAUTHORIZED);
    }

    /** In seconds, not the same for each: all who are refused meanwhile would come back together. */
    private static int again() {
        return ThreadLocalRandom.current().nextInt(3, 9);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        ProblemAnswers.write(request, response, HttpStatus.FORBIDDEN);
    }
}
