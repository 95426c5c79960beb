package epro.support.problem;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Ends the connection of whoever was answered before the body was read, and goes on sending it ever so slowly. Tomcat throws away what is
 * left as long as it comes, and a byte every other second holds a connection for hours.
 */
final class UnreadBodyValve extends ValveBase {
    private static final Duration AT_ANY_PACE = Duration.ofSeconds(2);
    private static final Duration AT_MOST = Duration.ofMinutes(1);
    private static final long BYTES_A_SECOND_LEAST = 2_048;

    UnreadBodyValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        var sent = request.getCoyoteRequest();
        boolean neverAskedFor = sent.hasExpectation() && response.getStatus() >= 300;
        if (request.isAsync() || neverAskedFor || sent.isFinished()) {
            return;
        }
        response.finishResponse();
        if (!isThrownAway(sent)) {
            sent.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    private static boolean isThrownAway(org.apache.coyote.Request sent) {
        long begun = System.nanoTime();
        long bytes = 0;
        var nowhere = new Nowhere();
        try {
            while (isWorthWhile(bytes, System.nanoTime() - begun)) {
                int more = sent.doRead(nowhere);
                if (more < 0) {
                    return true;
                }
                bytes += more;
            }
        } catch (IOException stalledOrGone) {
            return false;
        }
        return false;
    }

    /** Who sends as fast as a poor telephone can is heard to the end, or sees no answer but a connection that breaks. */
    private static boolean isWorthWhile(long bytes, long nanos) {
        return nanos < AT_ANY_PACE.toNanos()
                || (nanos < AT_MOST.toNanos() && bytes > BYTES_A_SECOND_LEAST * (nanos / 1_000_000_000.0));
    }

    /** Holds what was read until more is; Tomcat cuts off there what belongs to the next request. */
    private static final class Nowhere implements ApplicationBufferHandler {
        private ByteBuffer read = EMPTY_BUFFER;

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            read = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return read;
        }

        @Override
        public void expand(int size) {}
    }
}
