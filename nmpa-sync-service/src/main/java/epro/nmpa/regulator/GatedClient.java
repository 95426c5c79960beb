package epro.nmpa.regulator;

import epro.nmpa.quota.Gate;
import epro.nmpa.quota.Quota;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.Timeout;

/**
 * The HTTP client within the quota.
 *
 * <ul>
 *   <li>There are never more connections than there are permits, and none is kept: a process that stands still holds those of its
 *       calls, which the regulator closes with its answer, and at most the one that it was about to write to.
 *   <li>Nothing is sent again, elsewhere, or before the gate has let it through.
 * </ul>
 */
final class GatedClient {
    private GatedClient() {}

    static CloseableHttpClient open(Quota quota, RegulatorSettings settings, Gate gate) {
        return HttpClientBuilder.create()
                .setConnectionManager(connections(quota, settings))
                .setConnectionReuseStrategy((_, _, _) -> false)
                .addExecInterceptorBefore(ChainElement.CONNECT.name(), "gate", new GatedConnect(gate))
                .setRequestExecutor(new GatedExecutor())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("epro-nmpa-sync")
                .build();
    }

    /** One place that knows how many connections there may be; none is ever opened beside these. */
    private static PoolingHttpClientConnectionManager connections(Quota quota, RegulatorSettings settings) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(quota.connections())
                .setMaxConnPerRoute(quota.connections())
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.STRICT)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .setSocketTimeout(Timeout.of(settings.callTimeout()))
                        .build())
                .build();
    }
}
