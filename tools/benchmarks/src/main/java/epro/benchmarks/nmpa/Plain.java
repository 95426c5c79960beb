package epro.benchmarks.nmpa;

import epro.nmpa.quota.MonotonicTime;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.io.CloseMode;

/** What one would write first, done well: a limit, a pool of as many connections as allowed, and respect for {@code Retry-After}. */
final class Plain implements Asker {
    private static final int OK = 200;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final URI address;
    private final Limit limit;
    private final CloseableHttpClient client;

    Plain(URI address, int connections, Limit limit) {
        this.address = address;
        this.limit = limit;
        this.client = HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(connections)
                        .setMaxConnPerRoute(connections)
                        .build())
                .disableAutomaticRetries()
                .build();
    }

    /** Whoever has to wait does so before he lets the next one in. */
    @Override
    public boolean ask(String registrationNumber) throws InterruptedException {
        limit.enter();
        try {
            Duration again = answer(new HttpGet(address.resolve("/api/v1/trials/" + registrationNumber)));
            MonotonicTime.SYSTEM.pass(again.toNanos());
            return again.isZero();
        } finally {
            limit.leave();
        }
    }

    private Duration answer(HttpGet request) {
        try {
            return client.execute(request, Plain::again);
        } catch (IOException _) {
            return PAUSE;
        }
    }

    /** When to ask again; zero if it was answered. */
    private static Duration again(ClassicHttpResponse response) throws IOException {
        EntityUtils.consume(response.getEntity());
        Header retryAfter = response.getFirstHeader("Retry-After");
        if (response.getCode() == OK) {
            return Duration.ZERO;
        }
        return retryAfter == null ? PAUSE : Duration.ofSeconds(Long.parseLong(retryAfter.getValue()));
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
