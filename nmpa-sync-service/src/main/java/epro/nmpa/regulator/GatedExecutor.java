package epro.nmpa.regulator;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Writes a request without a body in its turn, on the connection that was opened for it. */
final class GatedExecutor extends HttpRequestExecutor {
    static final String CALL = "epro.nmpa.call";

    private static final int INFORMATIONAL_BELOW = 200;

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            @Nullable HttpResponseInformationCallback informationCallback,
            HttpContext context)
            throws IOException, HttpException {
        Call call = (Call) context.getAttribute(CALL);
        call.turn().write(() -> write(request, connection, call));
        ClassicHttpResponse response = connection.receiveResponseHeader();
        while (response.getCode() < INFORMATIONAL_BELOW) {
            response = connection.receiveResponseHeader();
        }
        connection.receiveResponseEntity(response);
        return response;
    }

    private static void write(ClassicHttpRequest request, HttpClientConnection connection, Call call)
            throws IOException {
        call.written();
        try {
            connection.sendRequestHeader(request);
            connection.flush();
        } catch (HttpException e) {
            throw new IOException(e);
        }
    }
}
