package epro.notification.console.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Where those go who may not go on: to the sign-in page, which then leads them to the alert, or the page of trials, that they
 * asked for; if they have signed in already, to a page that says no.
 */
final class TurnedAway implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final Pattern ALERT = Pattern.compile("/console/alerts/([0-9a-fA-F-]{36})(/.*)?");

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", signIn(request));
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else if ("text/event-stream".equals(request.getHeader("Accept"))) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else if (comesFromElsewhere(request)) {
            response.setHeader("Refresh", "0");
        } else {
            response.sendRedirect(signIn(request));
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException, ServletException {
        if (SecurityContextHolder.getContext().getAuthentication() == null) {
            response.sendRedirect(signIn(request));
        } else {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            request.getRequestDispatcher(SignInPage.REFUSED).forward(request, response);
        }
    }

    /** A link on another site, such as a web mailer, brings no session cookie; asked again from here, it does. */
    private static boolean comesFromElsewhere(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && "cross-site".equals(request.getHeader("Sec-Fetch-Site"))
                && "navigate".equals(request.getHeader("Sec-Fetch-Mode"));
    }

    private static String signIn(HttpServletRequest request) {
        Matcher alert = ALERT.matcher(request.getRequestURI());
        if (alert.matches()) {
            return SignInPage.PATH + "?alert=" + alert.group(1);
        }
        return request.getRequestURI().startsWith(SignInPage.TRIALS)
                ? SignInPage.PATH + "?page=trials"
                : SignInPage.PATH;
    }
}
