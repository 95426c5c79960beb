package epro.intake.request;

import epro.intake.buffer.SubmissionBuffer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Once nothing is taken any more, has every answer end its connection: a client that sends on one which the stopping server closes
 * would never hear what became of it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class FarewellFilter extends OncePerRequestFilter {
    private final SubmissionBuffer buffer;

    FarewellFilter(SubmissionBuffer buffer) {
        this.buffer = buffer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new Farewell(response));
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** Said when an answer is begun, for its request may have come long before. */
    private final class Farewell extends HttpServletResponseWrapper {

        Farewell(HttpServletResponse response) {
            super(response);
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            say();
            return super.getOutputStream();
        }

        @Override
        public void flushBuffer() throws IOException {
            say();
            super.flushBuffer();
        }

        private void say() {
            if (buffer.isClosed() && !isCommitted()) {
                setHeader(HttpHeaders.CONNECTION, "close");
            }
        }
    }
}
