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
 * Ends the connection of whoever was answered before the body was read, and goes on sending it slowly. Tomcat throws away what is left as
 * long as it comes, and a byte every other second holds a connection for hours.
 */
final class UnreadBodyValve extends ValveBase {
    private static final Duration THROWN_AWAY_WITHIN = Duration.ofSeconds(2);

    UnreadBodyValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        var sent = request.getCoyoteRequest();
        if (request.isAsync() || sent.hasExpectation() || sent.isFinished()) {
            return;
        }
        response.finishResponse();
        if (!isThrownAway(sent)) {
            sent.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    private static boolean isThrownAway(org.apache.coyote.Request sent) {
        long begun = System.nanoTime();
        var nowhere = new Nowhere();
        try {
            while (System.nanoTime() - begun < THROWN_AWAY_WITHIN.toNanos()) {
                if (sent.doRead(nowhere) < 0) {
                    return true;
                }
            }
        } catch (IOException stalledOrGone) {
            return false;
        }
        return false;
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
