package epro.nmpa.regulator;

import epro.nmpa.lease.Lease;
import epro.nmpa.quota.Gate;
import epro.nmpa.quota.MonotonicTime;
import epro.nmpa.quota.Pause;
import epro.nmpa.quota.Permits;
import epro.nmpa.quota.Quota;
import epro.nmpa.quota.StartLimiter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RegulatorConfiguration {

    /** Cuts off calls that took too long, and gives back permits that were kept. */
    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService cutter() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("cutter").factory());
    }

    @Bean
    Permits permits(Quota quota, ScheduledExecutorService cutter, MeterRegistry registry) {
        Permits permits = new Permits(quota.connections(), MonotonicTime.SYSTEM, (nanos, work) -> {
            ScheduledFuture<?> _ = cutter.schedule(work, nanos, TimeUnit.NANOSECONDS);
        });
        Gauge.builder("epro.nmpa.in.flight", permits, Permits::inFlight).register(registry);
        return permits;
    }

    @Bean
    Pause pause() {
        return new Pause(MonotonicTime.SYSTEM);
    }

    @Bean
    Gate gate(Quota quota, Pause pause, Lease lease) {
        StartLimiter limiter = new StartLimiter(quota.startsPerSecond(), quota.window());
        return new Gate(limiter, pause, lease::isHeld, MonotonicTime.SYSTEM);
    }

    /** One place that knows how many connections there may be; none is ever opened beside these. */
    @Bean
    PoolingHttpClientConnectionManager connections(Quota quota, RegulatorSettings settings) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(quota.connections())
                .setMaxConnPerRoute(quota.connections())
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.STRICT)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .setSocketTimeout(Timeout.of(settings.callTimeout()))
                        .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                        .build())
                .build();
    }

    /** Without anything that would send a request again, elsewhere, or before the gate has let it through. */
    @Bean
    CloseableHttpClient regulatorClient(PoolingHttpClientConnectionManager connections, Gate gate) {
        return HttpClientBuilder.create()
                .setConnectionManager(connections)
                .setRequestExecutor(new GatedExecutor(gate))
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("epro-nmpa-sync")
                .build();
    }

    @Bean
    Regulator regulator(
            RegulatorSettings settings, Line line, CloseableHttpClient client, ScheduledExecutorService cutter) {
        return new Regulator(settings, line, client, cutter);
    }

    @Bean
    Line line(Quota quota, Permits permits, Pause pause) {
        return new Line(quota, permits, pause);
    }
}
