package epro.nmpa.regulator;

import epro.nmpa.quota.Gate;
import epro.nmpa.quota.MonotonicTime;
import epro.nmpa.quota.NotStarted;
import epro.nmpa.quota.Pause;
import epro.nmpa.quota.Permit;
import epro.nmpa.quota.Permits;
import epro.nmpa.quota.Quota;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.io.CloseMode;

/**
 * Asks the regulator for one trial, within its quota.
 *
 * <ul>
 *   <li>Every attempt takes a permit of its own, passes the gate, and has a connection of its own.
 *   <li>A call that was cut off, by time-out or interrupt, keeps its permit until the regulator must have finished.
 *   <li>Whatever comes back is an {@link Answer}; nothing of a body that is not an answer is believed.
 *   <li>Safe for use by many threads.
 * </ul>
 */
public final class Regulator implements AutoCloseable {
    private static final int BODY_BYTES_MAX = 64 * 1024;

    private final RegulatorSettings settings;
    private final Quota quota;
    private final Permits permits;
    private final Pause pause;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService cutter;

    private Regulator(
            RegulatorSettings settings, Line line, CloseableHttpClient client, ScheduledExecutorService cutter) {
        this.settings = settings;
        this.quota = line.quota();
        this.permits = line.permits();
        this.pause = line.pause();
        this.client = client;
        this.cutter = cutter;
    }

    /**
     * A way to the regulator; nothing is connected yet.
     *
     * @param cutter cuts off calls that take too long
     */
    public static Regulator open(
            RegulatorSettings settings, Quota quota, Permits permits, Gate gate, ScheduledExecutorService cutter) {
        Line line = new Line(quota, permits, gate.pause());
        return new Regulator(settings, line, GatedClient.open(quota, settings, gate), cutter);
    }

    /** Waits for the end of a pause, for a permit and for its turn; then for the answer, at most for the call's time-out. */
    public Answer ask(String registrationNumber) throws InterruptedException {
        pause.await();
        try (Permit permit = permits.acquire()) {
            Answer answer = call(registrationNumber, permit);
            if (answer instanceof Answer.Wait(var span)) {
                pause.extend(span);
            }
            return answer;
        }
    }

    private Answer call(String registrationNumber, Permit permit) {
        HttpGet request = new HttpGet(settings.url()
                .resolve("/api/v1/trials/" + URLEncoder.encode(registrationNumber, StandardCharsets.UTF_8)));
        request.setHeader("Accept", "application/json");
        request.setHeader("Connection", "close");
        Call call = new Call(permit, quota, MonotonicTime.SYSTEM, settings.callTimeout(), () -> cutOffLater(request));
        HttpClientContext context = HttpClientContext.create();
        context.setAttribute(GatedExecutor.CALL, call);
        try (ClassicHttpResponse response = client.executeOpen(null, request, context)) {
            return answer(response, registrationNumber, call);
        } catch (NotStarted notStarted) {
            call.broken(notStarted);
            return new Answer.NotAsked(notStarted.reason());
        } catch (IOException | RuntimeException failure) {
            call.broken(failure);
            return new Answer.Failed(reason(call, request));
        } finally {
            call.over();
        }
    }

    private ScheduledFuture<?> cutOffLater(HttpGet request) {
        return cutter.schedule(request::cancel, settings.callTimeout().toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Answer answer(ClassicHttpResponse response, String registrationNumber, Call call)
            throws IOException {
        HttpEntity entity = response.getEntity();
        byte[] body = entity == null ? new byte[0] : entity.getContent().readNBytes(BODY_BYTES_MAX + 1);
        if (body.length > BODY_BYTES_MAX) {
            call.cutOff();
            throw new IOException("over-long");
        }
        Header retryAfter = response.getFirstHeader("Retry-After");
        return AnswerReader.read(
                response.getCode(), retryAfter == null ? null : retryAfter.getValue(), body, registrationNumber);
    }

    private static String reason(Call call, HttpGet request) {
        if (call.isCutOff() || request.isCancelled()) {
            return "cut-off";
        }
        return call.isWritten() ? "broken-off" : "not-reached";
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
